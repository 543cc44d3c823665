import { requestsDue } from "#shared/features/reporting/request-rules.ts";

import { type Database, type ReadDb, systemActor } from "#server/db/database.ts";

import { askablePeople, type AskablePerson, askedKey, lastAsked } from "./askable-queries.ts";
import { type AskingPeriod, askingPeriods } from "./asking-periods-queries.ts";
import { expectedReports, isMissing } from "./expected-queries.ts";
import { askPerson, openPeriod, type Request } from "./request-service.ts";

/** So many periods, or people, share a transaction: other writers wait for no more than that. */
const CHUNK = 50;

/**
 * Opens the periods whose time has come and asks whoever has something missing, all projects together, one mail a person.
 * Safe to run anywhere and any time: what was asked once is not asked again, whoever runs it; after a standstill only the
 * latest request of each period is made good.
 */
export async function runReportingCycle({ db, clock }: { db: Database; clock: () => number }): Promise<void> {
  const now = clock();
  const asking = await askingPeriods(db.read, now);
  for (const chunk of chunksOf(asking)) await openPeriods(db, chunk);
  const requests: Request[] = [];
  for (const chunk of chunksOf(asking)) requests.push(...(await dueRequests(db.read, chunk, now)));
  const byPerson = [...Map.groupBy(requests, ({ person }) => person.userId).values()];
  for (const chunk of chunksOf(byPerson)) await sendRequests(db, chunk);
}

function chunksOf<Item>(items: readonly Item[]): Item[][] {
  return Array.from({ length: Math.ceil(items.length / CHUNK) }, (_, index) =>
    items.slice(index * CHUNK, (index + 1) * CHUNK),
  );
}

async function openPeriods(db: Database, asking: readonly AskingPeriod[]): Promise<void> {
  const closed = asking.filter(({ period }) => period.openedAt === null);
  if (closed.length === 0) return;
  const owing = await owingPeople(db.read, closed);
  await db.transact(systemActor, async (tx) => {
    for (const each of closed) {
      const people = owing.filter(({ periodId }) => periodId === each.period.id).map(({ person }) => person);
      await openPeriod(tx, each, people);
    }
  });
}

/** Everybody who could be asked for something missing in these periods, with how many reports it is. */
async function owingPeople(db: ReadDb, asking: readonly AskingPeriod[]) {
  const expected = await expectedReports(
    db,
    asking.map(({ period }) => period),
  );
  const missing = Map.groupBy(expected.filter(isMissing), (row) => `${row.periodId} ${row.participantId}`);
  const parts = [...missing.values()].flatMap((rows) => (rows[0] ? [{ ...rows[0], missing: rows.length }] : []));
  const people = await askablePeople(
    db,
    parts.map(({ participantId }) => participantId),
  );
  const byPart = Map.groupBy(people, ({ participantId }) => participantId);
  return parts.flatMap(({ periodId, participantId, missing: count }) =>
    (byPart.get(participantId) ?? []).map((person: AskablePerson) => ({ periodId, person, missing: count })),
  );
}

async function dueRequests(db: ReadDb, asking: readonly AskingPeriod[], now: number): Promise<Request[]> {
  const owing = Map.groupBy(await owingPeople(db, asking), ({ periodId }) => periodId);
  const asked = await lastAsked(
    db,
    asking.map(({ period }) => period.id),
  );
  return asking.flatMap(({ period, acronym, endsOn, settings }) => {
    const people = owing.get(period.id) ?? [];
    const askable = people.map(({ person: { participantId, userId }, missing }) => {
      const lastAskedAt = asked.get(askedKey({ periodId: period.id, participantId, userId })) ?? null;
      return { participantId, userId, missing, lastAskedAt };
    });
    const due = requestsDue(settings, { endsOn, dueOn: period.dueOn }, now, askable);
    return due.flatMap(({ participantId, userId, kind, forOn }) => {
      const found = people.find(({ person }) => person.participantId === participantId && person.userId === userId);
      return found ? [{ period, acronym, person: found.person, kind, forOn, byMail: settings.asksByMail }] : [];
    });
  });
}

async function sendRequests(db: Database, byPerson: readonly (readonly Request[])[]): Promise<void> {
  await db.transact(systemActor, async (tx) => {
    const made: Request[] = [];
    for (const requests of byPerson) made.push(...(await askPerson(tx, requests)));
    const periods = new Map((made.length > 0 ? made : byPerson.flat()).map((request) => [request.period.id, request]));
    // Who was asked when stands in the requests themselves; the history tells that the period asked.
    for (const { period, forOn, kind } of periods.values())
      await tx.record({
        entity: "period",
        entityId: period.id,
        action: "asked",
        projectId: period.projectId,
        before: null,
        after: made.length > 0 ? { askedOn: forOn, askedAs: kind } : null,
      });
  });
}

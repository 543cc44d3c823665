import { eq } from "drizzle-orm";

import { Fault, notFound } from "#shared/fault.ts";
import type { Person } from "#shared/features/members/standing.ts";
import { mayAskForReports } from "#shared/features/reporting/period-policy.ts";
import type { RemindedMembers, RemindMembersInput } from "#shared/features/reporting/period.ts";
import { dayInZone } from "#shared/time-zones.ts";

import type { Tx } from "#server/db/database.ts";
import { periods, projects } from "#server/db/schema/index.ts";
import { demand, loadMembership } from "#server/features/members/membership.ts";

import { askablePeople } from "./askable-queries.ts";
import { expectedReports, isMissing } from "./expected-queries.ts";
import { askPerson, type Request } from "./request-service.ts";
import { loadRequestSettings } from "./request-settings-queries.ts";
import { periodLocked } from "./update-changes.ts";

/**
 * Reminds members of a period now, by notification and mail: those named, or everybody with something missing. Whoever was
 * reminded by hand today already is left out. Faults: NOT_FOUND, FORBIDDEN, PERIOD_LOCKED, NOTHING_MISSING, ASKED_TODAY,
 * NOBODY_TO_ASK when the members have nobody who could answer.
 */
export async function remindMembers(tx: Tx, person: Person, input: RemindMembersInput): Promise<RemindedMembers> {
  const [found] = await tx
    .select({ period: periods, acronym: projects.acronym })
    .from(periods)
    .innerJoin(projects, eq(projects.id, periods.projectId))
    .where(eq(periods.id, input.id));
  if (!found) throw notFound();
  const { period, acronym } = found;
  demand(mayAskForReports(await loadMembership(tx, person, period.projectId)));
  if (period.lockedAt !== null) throw periodLocked();
  const owing = new Set((await expectedReports(tx, [period])).filter(isMissing).map((row) => row.participantId));
  const members = input.participantIds === null ? [...owing] : input.participantIds.filter((id) => owing.has(id));
  if (members.length === 0) throw new Fault("CONFLICT", "NOTHING_MISSING");
  const { timeZone } = await loadRequestSettings(tx, period.projectId);
  const forOn = dayInZone(tx.now, timeZone);
  const people = await askablePeople(tx, members);
  if (people.length === 0) throw new Fault("CONFLICT", "NOBODY_TO_ASK");
  const requests = people.map((each): Request => ({
    period,
    acronym,
    person: each,
    kind: "reminder",
    forOn,
    byMail: true,
  }));
  const made: Request[] = [];
  for (const own of Map.groupBy(requests, (request) => request.person.userId).values())
    made.push(...(await askPerson(tx, own)));
  if (made.length === 0) throw new Fault("TOO_MANY_REQUESTS", "ASKED_TODAY");
  const reminded = new Map(made.map((request) => [request.person.participantId, request.person.organisationId]));
  // Who is late is no news for the other members.
  for (const organisationId of reminded.values())
    await tx.record({
      entity: "period",
      entityId: period.id,
      action: "reminded",
      projectId: period.projectId,
      organisationId,
      confidentialTo: organisationId,
      before: null,
      after: { askedOn: forOn },
    });
  return { members: reminded.size, people: new Set(made.map((request) => request.person.userId)).size };
}

import { asc, gt, sql } from "drizzle-orm";

import type { Database, ReadDb } from "#server/db/database.ts";
import { prepared } from "#server/db/prepare.ts";
import { changes } from "#server/db/schema/index.ts";
import { loadMembership } from "#server/features/members/membership.ts";
import { Fault } from "#shared/fault.ts";
import { mayReadConfidentialChange, readableEntities } from "#shared/features/changes/change-policy.ts";
import { type EntityName, entityNames } from "#shared/features/changes/change-words.ts";
import type { ChangeEvent } from "#shared/features/changes/change.ts";
import type { Person } from "#shared/features/members/standing.ts";

const BATCH = 200;
/** A reader that lost more than this reads its pages again instead of replaying. */
const LONGEST_REPLAY = 5_000;
/** How often a quiet stream looks whether its session still stands; removal must close it within two seconds. */
const SESSION_CHECK_MS = 1_500;

const changesAfter = prepared("changes_after", (db) =>
  db
    .select({
      seq: changes.seq,
      projectId: changes.projectId,
      organisationId: changes.organisationId,
      confidentialTo: changes.confidentialTo,
      entity: changes.entity,
      entityId: changes.entityId,
      action: changes.action,
      actorId: changes.actorId,
    })
    .from(changes)
    .where(gt(changes.seq, sql.placeholder("seq")))
    .orderBy(asc(changes.seq))
    .limit(BATCH),
);

const lastSeq = prepared("changes_last", (db) =>
  db.select({ seq: sql<number | null>`max(${changes.seq})`.mapWith(Number) }).from(changes),
);

type Row = Awaited<ReturnType<typeof changesAfter>>[number];

/** What travels beside the changes and is kept nowhere: it wakes the stream and is read, with the rights of then, when it leaves. */
export type Aside<T> = { listen(ring: () => void): () => void; read(person: Person): Promise<T | null> };

type Follow<T> = {
  db: Database;
  refresh: () => Promise<Person | null>;
  lastEventId: string | null;
  signal: AbortSignal;
  asides?: readonly Aside<T>[];
};

/** What a follower gets: an event, the request to read everything again because too much was missed, or something beside. */
export type StreamItem<T = never> =
  | { kind: "event"; event: ChangeEvent }
  | { kind: "reset"; seq: number }
  | { kind: "aside"; aside: T };

/**
 * Follows the committed changes from `lastEventId` on (or from now): replay, wait for a wake-up, read on. Rights are
 * looked up for every batch, for the person as the session stands then; ends when the session has ended.
 */
export async function* followChanges<T = never>({
  db,
  refresh,
  lastEventId,
  signal,
  asides = [],
}: Follow<T>): AsyncGenerator<StreamItem<T>> {
  const bell = createBell(db, signal, asides);
  try {
    const newest = (await lastSeq(db.read, {}))[0]?.seq ?? 0;
    let seen = lastEventId === null ? newest : Number(lastEventId);
    if (newest - seen > LONGEST_REPLAY || seen > newest) {
      seen = newest;
      yield { kind: "reset", seq: newest };
    }
    while (!signal.aborted) {
      const person = await refresh();
      if (!person) throw new Fault("UNAUTHORIZED", "NOT_SIGNED_IN");
      const rows = await changesAfter(db.read, { seq: seen });
      for (const event of await readableEvents(db.read, person, rows)) yield { kind: "event", event };
      seen = rows.at(-1)?.seq ?? seen;
      for (const beside of asides) {
        const aside = await beside.read(person);
        if (aside !== null) yield { kind: "aside", aside };
      }
      if (rows.length < BATCH) await bell.ring();
    }
  } finally {
    bell.stop();
  }
}

/** The events of `rows` that `person` may know of, ids only. */
export async function readableEvents(db: ReadDb, person: Person, rows: readonly Row[]): Promise<ChangeEvent[]> {
  const projectIds = [...new Set(rows.flatMap((row) => row.projectId ?? []))];
  const standings = new Map(
    await Promise.all(
      projectIds.map(async (id) => [id, await loadMembership(db, person, id).catch(unknownAsNull)] as const),
    ),
  );
  return rows
    .filter((row) => {
      if (row.projectId === null) return isOwnConcern(person, row);
      const standing = standings.get(row.projectId);
      // A removed project has no standing any more: who saw it learns that it is gone by reading again.
      if (!standing) return false;
      return readableEntities(standing, entityNames).includes(row.entity) && mayReadConfidentialChange(standing, row);
    })
    .map(({ seq, projectId, organisationId, entity, entityId, action }) => ({
      seq,
      projectId,
      organisationId,
      entity,
      entityId,
      action,
    }));
}

const directoryEntities = new Set<EntityName>(["organisation", "resource", "membership", "import"]);

function isOwnConcern(person: Person, row: Row): boolean {
  if (row.confidentialTo !== null && row.confidentialTo !== person.seat?.organisationId) return false;
  if (directoryEntities.has(row.entity)) return true;
  if (row.entity === "user") return row.entityId === person.userId;
  return row.organisationId !== null && row.organisationId === person.seat?.organisationId;
}

function unknownAsNull(error: unknown): null {
  if (error instanceof Fault && error.code === "NOT_FOUND") return null;
  throw error;
}

/** Waits for a wake-up, the next session check or the end, whichever comes first; a ring between waits is not lost. */
function createBell(db: Database, signal: AbortSignal, asides: readonly Pick<Aside<unknown>, "listen">[]) {
  let rung = false;
  let wake: (() => void) | null = null;
  const ringNow = () => {
    rung = true;
    wake?.();
  };
  const unlisten = [db.wakeups.listen(ringNow), ...asides.map((aside) => aside.listen(ringNow))];
  signal.addEventListener("abort", ringNow);
  return {
    async ring(): Promise<void> {
      if (!rung) {
        let timer: NodeJS.Timeout | undefined;
        await new Promise<void>((resolve) => {
          wake = resolve;
          timer = setTimeout(resolve, SESSION_CHECK_MS);
        });
        clearTimeout(timer);
        wake = null;
      }
      rung = false;
    },
    stop() {
      for (const stop of unlisten) stop();
      signal.removeEventListener("abort", ringNow);
    },
  };
}

import { desc, eq } from "drizzle-orm";

import { findGaps, mayRemindOfGaps } from "#shared/features/gaps/gap-rules.ts";
import type { Gap, GapCounts, GapList, GapRow, ListGapsInput } from "#shared/features/gaps/gap.ts";
import { gapKinds, gapSeverities } from "#shared/features/gaps/gap-words.ts";
import { notFound } from "#shared/fault.ts";
import type { Person } from "#shared/features/members/standing.ts";
import { dayOf } from "#shared/dates.ts";
import { Fault } from "#shared/fault.ts";

import type { ReadDb } from "#server/db/database.ts";
import { gapReminders, users } from "#server/db/schema/index.ts";
import { loadMembership, type Membership } from "#server/features/members/membership.ts";

import { loadGapWorld } from "./gap-world-queries.ts";

/** All gaps of the membership's project that this reader may know of, own ones first, then by owner. */
export async function gapsOfProject(db: ReadDb, membership: Membership): Promise<Gap[]> {
  const gaps = findGaps(await loadGapWorld(db, membership));
  const place = (gap: Gap) => (isOurs(gap, membership) ? 0 : gap.owner.side === "member" ? 2 : 1);
  return gaps.toSorted((left, right) => place(left) - place(right));
}

function isOurs({ owner }: Gap, { organisationId }: Membership): boolean {
  return owner.organisationId !== null && owner.organisationId === organisationId;
}

/**
 * One page of the gaps of a project with whom they were reminded of, grouped by owner (own first) or by kind in the order
 * of the closed list; `counts` are over everything. Faults: NOT_FOUND.
 */
export async function listGaps(db: ReadDb, person: Person, input: ListGapsInput): Promise<GapList> {
  const membership = await loadMembership(db, person, input.projectId);
  const gaps = await gapsOfProject(db, membership);
  const reminded = await lastReminders(db, input.projectId);
  const rows = gaps.map((gap): GapRow => {
    const last = reminded.get(gap.key) ?? null;
    return {
      ...gap,
      isOurs: isOurs(gap, membership),
      reminded: last === null ? null : { at: last.at, byName: last.byName },
      mayRemind: mayRemindOf(membership, gap) && (last === null || dayOf(last.at) !== person.today),
    };
  });
  const wanted = rows.filter(
    (row) =>
      (!input.organisationId || row.owner.organisationId === input.organisationId) &&
      (!input.kind || row.kind === input.kind) &&
      (!input.severity || row.severity === input.severity),
  );
  const ordered = input.grouping === "kind" ? byKind(wanted) : byOwner(wanted);
  const first = (input.page - 1) * input.pageSize;
  return {
    rows: ordered.slice(first, first + input.pageSize),
    total: wanted.length,
    counts: countsOf(rows),
    currency: membership.currency,
    ourId: membership.organisationId,
  };
}

/** Nobody is reminded of what is the own turn, and of what is nobody's there is nobody to remind. */
export function mayRemindOf(membership: Membership, gap: Gap): boolean {
  return mayRemindOfGaps(membership) && gap.owner.organisationId !== null && !isOurs(gap, membership);
}

/** How many gaps of each of these projects this person may know of; what is not open to the person is left out. */
export async function countGaps(db: ReadDb, person: Person, projectIds: readonly string[]): Promise<GapCounts> {
  const counted: GapCounts["projects"] = [];
  for (const projectId of new Set(projectIds)) {
    const membership = await loadMembership(db, person, projectId).catch(unknownAsNull);
    if (membership) counted.push({ projectId, gaps: findGaps(await loadGapWorld(db, membership)).length });
  }
  return { projects: counted };
}

function unknownAsNull(error: unknown): null {
  if (error instanceof Fault && error.appCode === notFound().appCode) return null;
  throw error;
}

async function lastReminders(db: ReadDb, projectId: string) {
  const rows = await db
    .select({ gapKey: gapReminders.gapKey, at: gapReminders.at, byName: users.name })
    .from(gapReminders)
    .leftJoin(users, eq(users.id, gapReminders.byUserId))
    .where(eq(gapReminders.projectId, projectId))
    .orderBy(desc(gapReminders.at));
  const last = new Map<string, (typeof rows)[number]>();
  for (const row of rows) if (!last.has(row.gapKey)) last.set(row.gapKey, row);
  return last;
}

function byKind(rows: readonly GapRow[]): GapRow[] {
  return rows.toSorted((left, right) => gapKinds.indexOf(left.kind) - gapKinds.indexOf(right.kind));
}

function byOwner(rows: readonly GapRow[]): GapRow[] {
  return [...Map.groupBy(rows, ({ owner }) => owner.organisationId).values()].flat();
}

function countsOf(rows: readonly GapRow[]): GapList["counts"] {
  const of = (wanted: (row: GapRow) => boolean) => rows.filter(wanted).length;
  const severities = Object.fromEntries(
    gapSeverities.map((severity) => [severity, of((row) => row.severity === severity)]),
  ) as Record<(typeof gapSeverities)[number], number>;
  return {
    all: rows.length,
    ours: of((row) => row.isOurs),
    ...severities,
    kinds: gapKinds.flatMap((kind) => {
      const count = of((row) => row.kind === kind);
      return count === 0 ? [] : [{ kind, count }];
    }),
    owners: [...Map.groupBy(rows, ({ owner }) => owner.organisationId)].map(([organisationId, own]) => ({
      organisationId,
      name: own[0]?.owner.name ?? "",
      count: own.length,
      mayRemind: own.some(({ mayRemind }) => mayRemind),
    })),
  };
}

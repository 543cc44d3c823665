import { and, desc, eq, gt, inArray, isNotNull, isNull } from "drizzle-orm";

import type { ReadDb } from "#server/db/database.ts";
import { baselines, changes, projects, users } from "#server/db/schema/index.ts";
import { loadMembership, type Membership } from "#server/features/members/membership.ts";
import { notFound } from "#shared/fault.ts";
import { mayReadBaselineNotes } from "#shared/features/baselines/baseline-policy.ts";
import type { ComparedRow, ComparedSide, ComparePlansInput, Comparison } from "#shared/features/baselines/baseline.ts";
import { comparePlans, type Difference } from "#shared/features/baselines/compare-rules.ts";
import { contentsFor } from "#shared/features/baselines/content-sight-rules.ts";
import { movementsBetween } from "#shared/features/baselines/movement-rules.ts";
import { labelsOfContent, numberOf, type PlanContent, textOf } from "#shared/features/baselines/plan-content.ts";
import { sentencesOf } from "#shared/features/baselines/sentence-rules.ts";
import { mayReadConfidentialChange } from "#shared/features/changes/change-policy.ts";
import { lineSight } from "#shared/features/contributions/contribution-policy.ts";
import type { Person } from "#shared/features/members/standing.ts";

import { presentContent } from "./content-queries.ts";

/**
 * What changed between two baselines, or from one to the plan as it stands at `now` (ms UTC), cut down on both sides to
 * what this person may see now. Faults: NOT_FOUND, also for a baseline of another project or one in the bin.
 */
export async function comparePlansOf(
  db: ReadDb,
  person: Person,
  input: ComparePlansInput,
  now: number,
): Promise<Comparison> {
  const membership = await loadMembership(db, person, input.projectId);
  return await comparisonFor(db, membership, input, now);
}

/** The same for who has proven to read the project. Faults: NOT_FOUND. */
export async function comparisonFor(
  db: ReadDb,
  membership: Membership,
  input: ComparePlansInput,
  now: number,
): Promise<Comparison> {
  const { projectId } = membership;
  const present = await presentContent(db, projectId);
  const from = await sideOf(db, projectId, input.from);
  const to = input.to === "now" ? { side: sideNow(now), content: present } : await sideOf(db, projectId, input.to);
  const [before, after] = contentsFor(membership, [from.content, to.content, present] as const);
  const differences = comparePlans(before, after);
  const since = input.to === "now" && mayReadBaselineNotes(membership) ? from.side.frozenAt : null;
  const authors = since === null ? new Map() : await authorsSince(db, membership, differences, since);
  const [project] = await db.select({ acronym: projects.acronym }).from(projects).where(eq(projects.id, projectId));
  return {
    projectId,
    acronym: project?.acronym ?? "",
    currency: membership.currency,
    from: from.side,
    to: to.side,
    rows: differences.map((each) => ({ ...each, sentences: sentencesOf(each), by: authors.get(each.id) ?? null })),
    movements: movementsBetween(before, after, differences),
    participants: participantsOf(before, after),
    labels: Object.fromEntries([...labelsOfContent(before), ...labelsOfContent(after)]),
    isPartial: lineSight(membership) !== "all",
  };
}

type Side = { side: ComparedSide; content: PlanContent };

async function sideOf(db: ReadDb, projectId: string, wanted: string): Promise<Side> {
  const [row] = await db
    .select()
    .from(baselines)
    .where(
      and(
        eq(baselines.projectId, projectId),
        isNull(baselines.removedAt),
        wanted === "last" ? eq(baselines.kind, "named") : eq(baselines.id, wanted),
      ),
    )
    .orderBy(desc(baselines.number))
    .limit(1);
  if (!row) throw notFound();
  const { id, number, kind, name, frozenAt, decidedOn, inForceOn } = row;
  return { side: { id, number, kind, name, frozenAt, decidedOn, inForceOn }, content: row.content };
}

function sideNow(now: number): ComparedSide {
  return { id: null, number: null, kind: null, name: null, frozenAt: now, decidedOn: null, inForceOn: null };
}

function participantsOf(before: PlanContent, after: PlanContent): Comparison["participants"] {
  const rows = new Map([...(before.participant ?? []), ...(after.participant ?? [])].map((row) => [row.id, row]));
  const present = new Set((after.participant ?? []).filter(({ state }) => state === "accepted").map(({ id }) => id));
  return [...rows.values()]
    .map((row) => ({
      id: row.id,
      number: numberOf(row, "number") ?? 0,
      name: textOf(row, "name") ?? "",
      isPresent: present.has(row.id),
    }))
    .toSorted((left, right) => left.number - right.number || (left.id < right.id ? -1 : 1));
}

/** Who changed each of these rows last since an instant, as far as the history tells it to this person. */
async function authorsSince(
  db: ReadDb,
  membership: Membership,
  differences: readonly Difference[],
  since: number,
): Promise<Map<string, ComparedRow["by"]>> {
  if (differences.length === 0) return new Map();
  const rows = await db
    .select({
      entity: changes.entity,
      entityId: changes.entityId,
      action: changes.action,
      confidentialTo: changes.confidentialTo,
      name: users.name,
      at: changes.at,
    })
    .from(changes)
    .innerJoin(users, eq(users.id, changes.actorId))
    .where(
      and(
        eq(changes.projectId, membership.projectId),
        gt(changes.at, since),
        isNotNull(changes.actorId),
        inArray(changes.entity, [...comparedEntities]),
      ),
    )
    .orderBy(changes.seq);
  const told = rows.filter((row) => mayReadConfidentialChange(membership, row));
  return new Map(told.map(({ entityId, name, at }) => [entityId, { name, at }]));
}

const comparedEntities = [
  "project",
  "participant",
  "stream",
  "task",
  "task-link",
  "deliverable",
  "milestone",
  "contribution",
  "amendment",
  "budget",
] as const;

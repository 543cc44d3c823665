import { and, eq, isNull, max } from "drizzle-orm";

import type { Tx } from "#server/db/database.ts";
import { freshRow } from "#server/db/fresh-row.ts";
import { baselines } from "#server/db/schema/index.ts";
import { demand, loadMembership, type Membership } from "#server/features/members/membership.ts";
import { Fault, invalid, notFound, stale } from "#shared/fault.ts";
import { mayFreezePlan, mayRemoveBaseline } from "#shared/features/baselines/baseline-policy.ts";
import type { BaselineKind } from "#shared/features/baselines/baseline-words.ts";
import type { FreezePlanInput, ReviseBaselineInput } from "#shared/features/baselines/baseline.ts";
import type { Person } from "#shared/features/members/standing.ts";
import type { ProjectStatus } from "#shared/features/projects/project-words.ts";
import type { VersionedInput, Written } from "#shared/versions.ts";

import { listBaselines } from "./baseline-queries.ts";
import { hashOfContent, presentContent } from "./content-queries.ts";

type Baseline = typeof baselines.$inferSelect;
type Recorded = Omit<Baseline, "content" | "contentHash">;

/** Freezes the whole plan under a name. Faults: FORBIDDEN, INPUT when it comes into force before it was decided. */
export async function freezePlan(tx: Tx, person: Person, input: FreezePlanInput): Promise<Written> {
  demand(mayFreezePlan(await loadMembership(tx, person, input.projectId)));
  demandOrder(input);
  return await freeze(tx, "named", "created", { ...input, byUserId: person.userId });
}

/** Freezes the plan because its project has just taken on a status; for `changeProjectStatus` in its own transaction. */
export async function freezeAtStatus(tx: Tx, person: Person, projectId: string, status: ProjectStatus): Promise<void> {
  const blank = { note: "", decidedOn: null, inForceOn: null };
  await freeze(tx, "status", "frozen", { projectId, name: status, ...blank, byUserId: person.userId });
}

async function freeze(
  tx: Tx,
  kind: BaselineKind,
  action: "created" | "frozen",
  facts: FreezePlanInput & { byUserId: string },
): Promise<Written> {
  const content = await presentContent(tx, facts.projectId);
  const [last] = await tx
    .select({ number: max(baselines.number) })
    .from(baselines)
    .where(eq(baselines.projectId, facts.projectId));
  const row: Baseline = {
    ...freshRow(tx),
    ...facts,
    kind,
    number: (last?.number ?? 0) + 1,
    frozenAt: tx.now,
    content,
    contentHash: hashOfContent(content),
    removedAt: null,
  };
  await tx.insert(baselines).values(row);
  await record(tx, action, null, row);
  return { id: row.id, version: 1 };
}

/**
 * Says when a baseline was decided and comes into force, each once, and what there is to note about it; nothing else of it
 * ever changes. Faults: STALE with the present row, ALREADY_SET, INPUT when it comes into force before it was decided.
 */
export async function reviseBaseline(tx: Tx, person: Person, input: ReviseBaselineInput): Promise<Written> {
  const { before, membership } = await loadBaseline(tx, person, input.id);
  demand(mayFreezePlan(membership));
  const { decidedOn = before.decidedOn, inForceOn = before.inForceOn } = input.patch;
  for (const field of ["decidedOn", "inForceOn"] as const)
    if (before.version === input.version && before[field] !== null && { decidedOn, inForceOn }[field] !== before[field])
      throw new Fault("CONFLICT", "ALREADY_SET", { fields: [{ path: field, appCode: "ALREADY_SET" }] });
  demandOrder({ decidedOn, inForceOn });
  const [after] = await tx
    .update(baselines)
    .set({ ...input.patch, version: input.version + 1, updatedAt: tx.now })
    .where(isThis(input))
    .returning();
  if (!after) throw stale(await present(tx, person, before));
  await record(tx, "updated", before, after);
  return { id: after.id, version: after.version };
}

/** Puts a named baseline into the bin. Faults: FORBIDDEN, also for one that a change of status made; STALE. */
export async function removeBaseline(tx: Tx, person: Person, input: VersionedInput): Promise<Written> {
  const { before, membership } = await loadBaseline(tx, person, input.id);
  demand(mayRemoveBaseline(membership, before));
  const removed = await tx
    .update(baselines)
    .set({ removedAt: tx.now })
    .where(isThis(input))
    .returning({ id: baselines.id });
  if (removed.length === 0) throw stale(await present(tx, person, before));
  await record(tx, "removed", before, null);
  return { id: input.id, version: input.version };
}

async function loadBaseline(tx: Tx, person: Person, id: string): Promise<{ before: Baseline; membership: Membership }> {
  const [before] = await tx
    .select()
    .from(baselines)
    .where(and(eq(baselines.id, id), isNull(baselines.removedAt)));
  if (!before) throw notFound();
  return { before, membership: await loadMembership(tx, person, before.projectId) };
}

function isThis({ id, version }: VersionedInput) {
  return and(eq(baselines.id, id), eq(baselines.version, version), isNull(baselines.removedAt));
}

function demandOrder({ decidedOn, inForceOn }: { decidedOn: string | null; inForceOn: string | null }): void {
  if (decidedOn !== null && inForceOn !== null && inForceOn < decidedOn) throw invalid("inForceOn", "BEFORE_START");
}

async function present(tx: Tx, person: Person, { id, projectId }: Baseline) {
  const { rows } = await listBaselines(tx, person, { projectId });
  return rows.find((row) => row.id === id) ?? null;
}

/** What is frozen stays where it is: the history tells that, not what. */
function recorded(row: Baseline | null): Recorded | null {
  if (row === null) return null;
  const { content: _content, contentHash: _hash, ...told } = row;
  return told;
}

async function record(tx: Tx, action: string, before: Baseline | null, after: Baseline | null): Promise<void> {
  const row = after ?? before;
  if (!row) return;
  const { id, projectId } = row;
  const [was, is] = [recorded(before), recorded(after)];
  await tx.record({ entity: "baseline", entityId: id, action, projectId, before: was, after: is });
}

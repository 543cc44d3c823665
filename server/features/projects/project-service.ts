import { and, eq, isNotNull, notExists } from "drizzle-orm";

import { Fault, invalid, notFound, stale } from "#shared/fault.ts";
import { mayChangePlan } from "#shared/features/members/plan-policy.ts";
import type { Person } from "#shared/features/members/standing.ts";
import { projectSearchTexts } from "#shared/features/projects/project-name-rules.ts";
import { mayChangeStatus, mayRemoveProject, mayReviseProject } from "#shared/features/projects/project-policy.ts";
import { missingForStatus } from "#shared/features/projects/project-status-rules.ts";
import type { ChangeStatusInput, ReviseProjectInput } from "#shared/features/projects/project.ts";
import type { VersionedInput, Written } from "#shared/versions.ts";

import type { Tx } from "#server/db/database.ts";
import { contributions, projects } from "#server/db/schema/index.ts";
import { freezeAtStatus } from "#server/features/baselines/baseline-service.ts";
import { demand, loadMembership, type Membership } from "#server/features/members/membership.ts";
import { regenerateProjectPeriods } from "#server/features/reporting/period-generation-service.ts";

import { emptyProject } from "./project-removal-service.ts";
import { projectDetail } from "./project-queries.ts";

type Project = typeof projects.$inferSelect;
type Patch = ReviseProjectInput["patch"];

const planFields = [
  "startOn",
  "durationMonths",
  "periodMonths",
  "currency",
  "ruleBook",
] as const satisfies (keyof Patch)[];
const periodFields = ["startOn", "durationMonths", "periodMonths"] as const satisfies (keyof Patch)[];

/**
 * Changes single facts; a new start, duration or period length cuts the open, empty periods again. Faults: STALE with
 * the present facts, INPUT when a running project would lose its dates, CURRENCY_IN_USE once a line has a value.
 */
export async function reviseProject(tx: Tx, person: Person, input: ReviseProjectInput): Promise<Written> {
  const { membership, before } = await loadProject(tx, person, input.id);
  const touches = (fields: readonly (keyof Patch)[]) =>
    fields.some((field) => input.patch[field] !== undefined && input.patch[field] !== before[field]);
  demand(mayReviseProject(membership));
  if (touches(planFields)) demand(mayChangePlan(membership));
  const changed = { ...before, ...input.patch };
  const [missing] = missingForStatus(before.status, changed);
  if (missing) throw invalid(missing, "REQUIRED");
  if (input.patch.currency !== undefined && input.patch.currency !== before.currency)
    await demandUnvalued(tx, input.id);
  const after = await write(tx, membership, input.id, input.version, {
    ...input.patch,
    ...projectSearchTexts(changed),
  });
  await tx.record({ entity: "project", entityId: input.id, action: "updated", projectId: input.id, before, after });
  if (touches(periodFields)) await regenerateProjectPeriods(tx, input.id, planOf(after));
  return { id: after.id, version: after.version };
}

/**
 * Takes the project to its next status and freezes its plan as it stands then. Faults: STALE with the present facts, FORBIDDEN for a step that is not open
 * to this person, INPUT naming the dates that are still missing.
 */
export async function changeProjectStatus(tx: Tx, person: Person, input: ChangeStatusInput): Promise<Written> {
  const { membership, before } = await loadProject(tx, person, input.id);
  if (before.version !== input.version) throw stale(await projectDetail(tx, membership));
  demand(mayChangeStatus(membership, input.status));
  const [missing] = missingForStatus(input.status, before);
  if (missing) throw invalid(missing, "REQUIRED");
  const after = await write(tx, membership, input.id, input.version, { status: input.status });
  await tx.record({ entity: "project", entityId: input.id, action: "updated", projectId: input.id, before, after });
  await freezeAtStatus(tx, person, input.id, input.status);
  return { id: after.id, version: after.version };
}

/** Removes a project that is still an idea and has no contributions. Faults: IN_USE, STALE with the present facts. */
export async function removeProject(tx: Tx, person: Person, input: VersionedInput): Promise<Written> {
  const { membership, before } = await loadProject(tx, person, input.id);
  demand(mayRemoveProject(membership));
  const lines = tx.select({ id: contributions.id }).from(contributions).where(eq(contributions.projectId, input.id));
  const [free] = await tx
    .select({ id: projects.id })
    .from(projects)
    .where(and(eq(projects.id, input.id), notExists(lines)));
  if (free && before.version === input.version) await emptyProject(tx, input.id);
  const removed = await tx
    .delete(projects)
    .where(
      and(
        eq(projects.id, input.id),
        eq(projects.version, input.version),
        eq(projects.status, "idea"),
        notExists(lines),
      ),
    )
    .returning({ id: projects.id });
  if (removed.length === 0) {
    if (before.version !== input.version) throw stale(await projectDetail(tx, membership));
    throw new Fault("CONFLICT", "IN_USE", {
      message: "Members have put contributions into this project. Cancel it instead.",
    });
  }
  await tx.record({
    entity: "project",
    entityId: input.id,
    action: "removed",
    projectId: input.id,
    before,
    after: null,
  });
  return { id: input.id, version: input.version };
}

/** Start, duration and period length when all are known, else null. */
export function planOf(project: Pick<Project, "startOn" | "durationMonths" | "periodMonths">) {
  const { startOn, durationMonths, periodMonths } = project;
  return startOn === null || durationMonths === null ? null : { startOn, durationMonths, periodMonths };
}

async function loadProject(tx: Tx, person: Person, id: string): Promise<{ membership: Membership; before: Project }> {
  const membership = await loadMembership(tx, person, id);
  const [before] = await tx.select().from(projects).where(eq(projects.id, id));
  if (!before) throw notFound();
  return { membership, before };
}

async function write(
  tx: Tx,
  membership: Membership,
  id: string,
  version: number,
  patch: Partial<Project>,
): Promise<Project> {
  const [after] = await tx
    .update(projects)
    .set({ ...patch, version: version + 1, updatedAt: tx.now })
    .where(and(eq(projects.id, id), eq(projects.version, version)))
    .returning();
  if (!after) throw stale(await projectDetail(tx, membership));
  return after;
}

// Amounts are counted in the currency of their time; another code would change what was agreed.
async function demandUnvalued(tx: Tx, projectId: string): Promise<void> {
  const valued = await tx
    .select({ id: contributions.id })
    .from(contributions)
    .where(and(eq(contributions.projectId, projectId), isNotNull(contributions.valueCents)))
    .limit(1);
  if (valued.length > 0)
    throw new Fault("CONFLICT", "CURRENCY_IN_USE", { message: "Contributions are valued in the present currency." });
}

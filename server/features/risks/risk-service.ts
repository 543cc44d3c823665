import { and, eq, inArray, max } from "drizzle-orm";

import type { Tx } from "#server/db/database.ts";
import { freshRow } from "#server/db/fresh-row.ts";
import { participants, riskReports, risks, streams } from "#server/db/schema/index.ts";
import { demand, loadMembership, type Membership } from "#server/features/members/membership.ts";
import { invalid, notFound, stale } from "#shared/fault.ts";
import type { Person } from "#shared/features/members/standing.ts";
import { mayPlanRisks, mayReadRisks, mayReportRisk } from "#shared/features/risks/risk-policy.ts";
import type { CreateRiskInput, ReorderRisksInput, ReviseRiskInput } from "#shared/features/risks/risk.ts";
import type { VersionedInput, Written } from "#shared/versions.ts";

import { listRisks } from "./risk-queries.ts";

type Risk = typeof risks.$inferSelect;
type References = Partial<Pick<Risk, "streamIds" | "ownerParticipantId">>;

/** Adds a risk with the next number. Faults: INPUT when a stream or the owner is not of this project. */
export async function createRisk(tx: Tx, person: Person, input: CreateRiskInput): Promise<Written> {
  demand(mayPlanRisks(await loadMembership(tx, person, input.projectId)));
  await demandOwn(tx, input.projectId, input);
  const [last] = await tx
    .select({ number: max(risks.number) })
    .from(risks)
    .where(eq(risks.projectId, input.projectId));
  const row: Risk = { ...freshRow(tx), ...input, number: (last?.number ?? 0) + 1 };
  await tx.insert(risks).values(row);
  await record(tx, "created", null, row);
  return { id: row.id, version: 1 };
}

/** Changes single fields; its owner what is done against it. Faults: STALE with the present row, INPUT for strangers. */
export async function reviseRisk(tx: Tx, person: Person, input: ReviseRiskInput): Promise<Written> {
  const { before, membership } = await loadRisk(tx, person, input.id);
  const isMitigation = Object.keys(input.patch).every((field) => field === "mitigation");
  demand(isMitigation ? mayReportRisk(membership, before) : mayPlanRisks(membership));
  await demandOwn(tx, before.projectId, input.patch);
  const [after] = await tx
    .update(risks)
    .set({ ...input.patch, version: input.version + 1, updatedAt: tx.now })
    .where(isThis(input))
    .returning();
  if (!after) throw stale(await present(tx, person, before));
  await record(tx, "updated", before, after);
  return { id: after.id, version: after.version };
}

/** Removes a risk with how it stood in all periods; the numbers of the others stay. Faults: STALE. */
export async function removeRisk(tx: Tx, person: Person, input: VersionedInput): Promise<Written> {
  const { before, membership } = await loadRisk(tx, person, input.id);
  demand(mayPlanRisks(membership));
  const reports = await tx.select().from(riskReports).where(eq(riskReports.riskId, input.id));
  const removed = await tx.delete(risks).where(isThis(input)).returning({ id: risks.id });
  if (removed.length === 0) throw stale(await present(tx, person, before));
  const { projectId } = before;
  for (const report of reports)
    await tx.record({
      entity: "risk-report",
      entityId: report.id,
      action: "removed",
      projectId,
      before: report,
      after: null,
    });
  await record(tx, "removed", before, null);
  return { id: input.id, version: input.version };
}

/** Numbers the risks 1…n in the given order. Faults: STALE with the present list when it is not the one the caller saw. */
export async function reorderRisks(
  tx: Tx,
  person: Person,
  { projectId, risks: wanted }: ReorderRisksInput,
): Promise<{ versions: number[] }> {
  demand(mayPlanRisks(await loadMembership(tx, person, projectId)));
  const rows = await tx.select().from(risks).where(eq(risks.projectId, projectId));
  const byId = new Map(rows.map((row) => [row.id, row]));
  const isSame =
    new Set(wanted.map(({ id }) => id)).size === rows.length &&
    wanted.length === rows.length &&
    wanted.every(({ id, version }) => byId.get(id)?.version === version);
  if (!isSame) throw stale(await listRisks(tx, person, { projectId }));
  // Out of the way first: the number is unique at every moment.
  for (const { id, number } of rows) await tx.update(risks).set({ number: -number }).where(eq(risks.id, id));
  const versions: number[] = [];
  for (const [index, { id, version }] of wanted.entries()) {
    const [after] = await tx
      .update(risks)
      .set({ number: index + 1, version: version + 1, updatedAt: tx.now })
      .where(eq(risks.id, id))
      .returning();
    if (!after) throw notFound();
    versions.push(after.version);
    await record(tx, "updated", byId.get(id) ?? null, after);
  }
  return { versions };
}

/** A risk for who may read risks, with where the person stands. Faults: NOT_FOUND. */
export async function loadRisk(tx: Tx, person: Person, id: string): Promise<{ before: Risk; membership: Membership }> {
  const [before] = await tx.select().from(risks).where(eq(risks.id, id));
  if (!before) throw notFound();
  const membership = await loadMembership(tx, person, before.projectId);
  if (!mayReadRisks(membership)) demand(mayPlanRisks(membership));
  return { before, membership };
}

function isThis({ id, version }: VersionedInput) {
  return and(eq(risks.id, id), eq(risks.version, version));
}

async function present(tx: Tx, person: Person, { id, projectId }: Risk) {
  const { rows } = await listRisks(tx, person, { projectId });
  return rows.find((row) => row.id === id) ?? null;
}

async function demandOwn(tx: Tx, projectId: string, { streamIds, ownerParticipantId }: References): Promise<void> {
  if (streamIds && streamIds.length > 0) {
    if (new Set(streamIds).size !== streamIds.length) throw invalid("streamIds", "REPEATED");
    const own = await tx
      .select({ id: streams.id })
      .from(streams)
      .where(and(eq(streams.projectId, projectId), inArray(streams.id, streamIds)));
    if (own.length !== streamIds.length) throw invalid("streamIds", "NOT_FOUND");
  }
  if (!ownerParticipantId) return;
  const [owner] = await tx
    .select({ id: participants.id })
    .from(participants)
    .where(and(eq(participants.projectId, projectId), eq(participants.id, ownerParticipantId)));
  if (!owner) throw invalid("ownerParticipantId", "NOT_FOUND");
}

async function record(tx: Tx, action: string, before: Risk | null, after: Risk | null): Promise<void> {
  const row = after ?? before;
  if (!row) return;
  await tx.record({ entity: "risk", entityId: row.id, action, projectId: row.projectId, before, after });
}

import { eq } from "drizzle-orm";

import type { Tx } from "#server/db/database.ts";
import { budgetLines, budgetSettings, budgetTerms, participants } from "#server/db/schema/index.ts";

/** Takes a project's or a participant's budget away before it goes itself, recorded row by row for the bin. */
export async function removeBudgetOf(
  tx: Tx,
  whose: { projectId: string } | { projectId: string; participantId: string },
): Promise<void> {
  const { projectId } = whose;
  const isMember = "participantId" in whose;
  const owners = new Map(
    (await tx.select().from(participants).where(eq(participants.projectId, projectId))).map((row) => [
      row.id,
      row.organisationId,
    ]),
  );
  const ofLines = isMember ? eq(budgetLines.participantId, whose.participantId) : eq(budgetLines.projectId, projectId);
  for (const before of await tx.delete(budgetLines).where(ofLines).returning())
    await tx.record({
      entity: "budget",
      entityId: before.id,
      action: "removed",
      projectId,
      organisationId: owners.get(before.participantId) ?? null,
      before,
      after: null,
    });
  const ofTerms = isMember ? eq(budgetTerms.participantId, whose.participantId) : eq(budgetTerms.projectId, projectId);
  for (const row of await tx.delete(budgetTerms).where(ofTerms).returning()) {
    const id = row.participantId;
    const organisationId = owners.get(id) ?? null;
    const common = { entity: "budget", entityId: id, action: "removed", projectId, organisationId } as const;
    await tx.record({ ...common, confidentialTo: organisationId, before: { ...row, id }, after: null });
  }
  if (isMember) return;
  const gone = await tx.delete(budgetSettings).where(eq(budgetSettings.projectId, projectId)).returning();
  for (const row of gone) {
    const before = { ...row, id: projectId };
    await tx.record({ entity: "budget", entityId: projectId, action: "removed", projectId, before, after: null });
  }
}

/** Costs of a stream that goes become costs of the project as a whole. */
export async function releaseCostsFrom(tx: Tx, stream: { id: string; projectId: string }): Promise<void> {
  for (const before of await tx.select().from(budgetLines).where(eq(budgetLines.streamId, stream.id))) {
    const after = { ...before, streamId: null, version: before.version + 1, updatedAt: tx.now };
    await tx.update(budgetLines).set(after).where(eq(budgetLines.id, before.id));
    const { projectId } = stream;
    await tx.record({ entity: "budget", entityId: before.id, action: "updated", projectId, before, after });
  }
}

import { and, eq } from "drizzle-orm";

import { Fault, notFound, stale } from "#shared/fault.ts";
import type { SaveSettingsInput, SaveTermsInput, SetCategoryInput } from "#shared/features/budget/budget.ts";
import { mayCategorise, mayKeepBudget, mayPlanBudget } from "#shared/features/budget/budget-policy.ts";
import type { LineResult } from "#shared/features/contributions/contribution.ts";
import type { Person } from "#shared/features/members/standing.ts";
import { mayKnowParticipant } from "#shared/features/participants/participant-policy.ts";
import type { Written } from "#shared/versions.ts";

import type { Tx } from "#server/db/database.ts";
import { budgetSettings, budgetTerms, participants } from "#server/db/schema/index.ts";
import { changeLine, demandVersion } from "#server/features/contributions/line-changes.ts";
import { openLine } from "#server/features/contributions/line-queries.ts";
import { demand, loadMembership } from "#server/features/members/membership.ts";

type Settings = typeof budgetSettings.$inferSelect;
type Terms = typeof budgetTerms.$inferSelect;
type Owner = { projectId: string; organisationId: string };

/** A participant whose budget the person may keep. Faults: NOT_FOUND for an unknown and a foreign one alike, FORBIDDEN. */
export async function openParticipant(tx: Tx, person: Person, id: string): Promise<Owner> {
  const [row] = await tx.select().from(participants).where(eq(participants.id, id));
  if (!row) throw notFound();
  const membership = await loadMembership(tx, person, row.projectId);
  if (!mayKnowParticipant(membership, row)) throw notFound();
  demand(mayKeepBudget(membership, id));
  return row;
}

/** Sets what the whole budget is counted by; the first time makes the row. Faults: NOT_FOUND, FORBIDDEN, STALE. */
export async function saveSettings(tx: Tx, person: Person, input: SaveSettingsInput): Promise<Written> {
  const { projectId, version, patch } = input;
  demand(mayPlanBudget(await loadMembership(tx, person, projectId)));
  const [before] = await tx.select().from(budgetSettings).where(eq(budgetSettings.projectId, projectId));
  if ((before?.version ?? 0) !== version) throw stale(before ?? null);
  const row: Settings = {
    ...(before ?? { projectId, action: null, flatRates: {}, funds: [], createdAt: tx.now }),
    ...patch,
    version: version + 1,
    updatedAt: tx.now,
  };
  if (before) {
    const bound = and(eq(budgetSettings.projectId, projectId), eq(budgetSettings.version, version));
    await tx.update(budgetSettings).set(row).where(bound);
  } else await tx.insert(budgetSettings).values(row);
  await tx.record({
    entity: "budget",
    entityId: projectId,
    action: before ? "updated" : "created",
    projectId,
    before: before ? { ...before, id: projectId } : null,
    after: { ...row, id: projectId },
  });
  return { id: projectId, version: row.version };
}

/**
 * Sets what one participant asks for and what else it gets. Only it and the coordinator find this in the history, because a
 * sum asked for tells much of a budget that may hold confidential lines. Faults: NOT_FOUND, FORBIDDEN, STALE.
 */
export async function saveTerms(tx: Tx, person: Person, input: SaveTermsInput): Promise<Written> {
  const { participantId, version, patch } = input;
  const { projectId, organisationId } = await openParticipant(tx, person, participantId);
  const [before] = await tx.select().from(budgetTerms).where(eq(budgetTerms.participantId, participantId));
  if ((before?.version ?? 0) !== version) throw stale(before ?? null);
  const blank = { participantId, projectId, requestedCents: null, otherIncomeCents: 0, flatRates: null };
  const row: Terms = {
    ...(before ?? { ...blank, createdAt: tx.now }),
    ...patch,
    version: version + 1,
    updatedAt: tx.now,
  };
  if (before) {
    const bound = and(eq(budgetTerms.participantId, participantId), eq(budgetTerms.version, version));
    await tx.update(budgetTerms).set(row).where(bound);
  } else await tx.insert(budgetTerms).values(row);
  await tx.record({
    entity: "budget",
    entityId: participantId,
    action: before ? "updated" : "created",
    projectId,
    organisationId,
    confidentialTo: organisationId,
    before: before ? { ...before, id: participantId } : null,
    after: { ...row, id: participantId },
  });
  return { id: participantId, version: row.version };
}

/** Says which cost category a contribution belongs to; figures stay as agreed. Faults: NOT_FOUND, FORBIDDEN, STALE, NOT_AGREED. */
export async function setCategory(tx: Tx, person: Person, input: SetCategoryInput): Promise<LineResult> {
  const opened = await openLine(tx, person, input.id);
  demand(mayCategorise(opened.membership, opened.line));
  if (opened.line.state !== "agreed")
    throw new Fault("CONFLICT", "NOT_AGREED", { message: "Only agreed contributions stand in the budget." });
  demandVersion(opened.line, input.version);
  return await changeLine(tx, opened, "updated", { costCategory: input.category });
}

import type { ProjectSummary } from "#shared/features/exports/summary.ts";
import type { ProjectPlan } from "#shared/features/plan/plan.ts";

import type { ReadDb } from "#server/db/database.ts";
import { ganttChoiceIn } from "#server/features/exports/export-queries.ts";
import type { Membership } from "#server/features/members/membership.ts";
import { planFor } from "#server/features/plan/plan-queries.ts";

import type { GanttRequest } from "./gantt-files.ts";

/**
 * The plan a Gantt is drawn from: what its requester may see of it, cut down to the audience of the summary beside it.
 * Faults: those of `planFor`.
 */
export async function collectGantt(
  db: ReadDb,
  membership: Membership,
  summary: ProjectSummary,
  parameters: Record<string, unknown>,
): Promise<GanttRequest> {
  const plan = planForAudience(await planFor(db, membership), summary);
  const { groupBy, paper } = ganttChoiceIn(parameters);
  return { model: { plan, groupBy, language: summary.language, now: summary.generatedAt }, paper };
}

/** Only members the summary names; for the public only deliverables that are public. Reasons of lateness stay inside. */
export function planForAudience(
  plan: ProjectPlan,
  { audience, members }: Pick<ProjectSummary, "audience" | "members">,
): ProjectPlan {
  const named = new Set(members.map(({ participantId }) => participantId));
  const knownLead = <Row extends { leadParticipantId: string | null }>(row: Row): Row => ({
    ...row,
    leadParticipantId:
      row.leadParticipantId !== null && named.has(row.leadParticipantId) ? row.leadParticipantId : null,
  });
  const shown = plan.deliverables.filter(({ dissemination }) => audience !== "public" || dissemination === "PU");
  return {
    ...plan,
    streams: plan.streams.map(knownLead),
    tasks: plan.tasks.map(knownLead),
    deliverables: shown.map((row) => ({ ...knownLead(row), lateReason: "" })),
    milestones: plan.milestones.map((row) => ({ ...row, lateReason: "" })),
    participants: plan.participants.filter(({ id }) => named.has(id)),
  };
}

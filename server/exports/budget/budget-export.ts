import type { ProjectSummary } from "#shared/features/exports/summary.ts";

import type { ReadDb } from "#server/db/database.ts";
import { budgetPlanOf } from "#server/features/budget/budget-queries.ts";
import { ruleBookIn } from "#server/features/exports/export-queries.ts";
import type { Membership } from "#server/features/members/membership.ts";

import type { Sight } from "../sight.ts";
import type { BudgetRequest } from "./budget-sheet.ts";

/** Collects the budget as this requester and audience may know it, under the rule book the job asks for. */
export async function collectBudget(
  db: ReadDb,
  membership: Membership,
  sight: Sight,
  summary: ProjectSummary,
  parameters: Record<string, unknown>,
): Promise<BudgetRequest> {
  return {
    plan: await budgetPlanOf(db, membership, (line) => sight.seesLine({ ...line, state: "agreed" })),
    ruleBook: ruleBookIn(parameters),
    language: summary.language,
    acronym: summary.project.acronym,
    generatedAt: summary.generatedAt,
  };
}

import type { Database } from "#server/db/database.ts";
import { budgetLines, budgetSettings, budgetTerms } from "#server/db/schema/index.ts";

import { fresh, nextNumber } from "./build.ts";

type BudgetLine = typeof budgetLines.$inferSelect;
type BudgetSettings = typeof budgetSettings.$inferSelect;
type BudgetTerms = typeof budgetTerms.$inferSelect;
type Owner = { id: string; projectId: string };

/** Ten units at 100.00 in the category travel, on no stream, in no month. */
export async function buildBudgetLine(
  db: Database,
  participant: Owner,
  overrides: Partial<BudgetLine> = {},
): Promise<BudgetLine> {
  const row: BudgetLine = {
    ...fresh(),
    projectId: participant.projectId,
    participantId: participant.id,
    streamId: null,
    category: "travel",
    title: `Cost ${nextNumber()}`,
    units: "10",
    unit: "",
    unitPriceCents: 10_000,
    fromMonth: null,
    toMonth: null,
    note: "",
    ...overrides,
  };
  await db.housekeep(async (tx) => {
    await tx.insert(budgetLines).values(row);
  });
  return row;
}

/** A project's terms: no action, no flat rates, no funds. */
export async function buildBudgetSettings(
  db: Database,
  project: { id: string },
  overrides: Partial<BudgetSettings> = {},
): Promise<BudgetSettings> {
  const { id: _id, ...revision } = fresh();
  const row: BudgetSettings = {
    ...revision,
    projectId: project.id,
    action: null,
    flatRates: {},
    funds: [],
    ...overrides,
  };
  await db.housekeep(async (tx) => {
    await tx.insert(budgetSettings).values(row);
  });
  return row;
}

/** A participant's terms: asks for all that is possible, has no other income. */
export async function buildBudgetTerms(
  db: Database,
  participant: Owner,
  overrides: Partial<BudgetTerms> = {},
): Promise<BudgetTerms> {
  const { id: _id, ...revision } = fresh();
  const row: BudgetTerms = {
    ...revision,
    participantId: participant.id,
    projectId: participant.projectId,
    requestedCents: null,
    otherIncomeCents: 0,
    flatRates: null,
    ...overrides,
  };
  await db.housekeep(async (tx) => {
    await tx.insert(budgetTerms).values(row);
  });
  return row;
}

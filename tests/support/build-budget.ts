import type { Database } from "#server/db/database.ts";
import { budgetLines } from "#server/db/schema/index.ts";

import { fresh, nextNumber } from "./build.ts";

type BudgetLine = typeof budgetLines.$inferSelect;
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

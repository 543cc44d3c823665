import { accountRows } from "./account-rows.ts";
import { budgetRows } from "./budget-rows.ts";
import { cycleRows } from "./cycle-rows.ts";
import { directoryRows } from "./directory-rows.ts";
import { ledgerRows } from "./ledger-rows.ts";
import type { Row } from "./procedure-row.ts";
import { planRows } from "./plan-rows.ts";
import { projectRows } from "./project-rows.ts";
import { talkRows } from "./talk-rows.ts";

/** Every procedure with what it is asked; the expectations stand in rule-table.ts. */
export const procedureRows: Record<string, Row> = {
  ...projectRows,
  ...planRows,
  ...budgetRows,
  ...ledgerRows,
  ...talkRows,
  ...cycleRows,
  ...directoryRows,
  ...accountRows,
};

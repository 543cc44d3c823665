import { directoryRows } from "./directory-rows.ts";
import { ledgerRows } from "./ledger-rows.ts";
import type { Row } from "./procedure-row.ts";
import { projectRows } from "./project-rows.ts";

/** Every procedure with what it is asked; the expectations stand in rule-table.ts. */
export const procedureRows: Record<string, Row> = { ...projectRows, ...ledgerRows, ...directoryRows };

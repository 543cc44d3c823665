import type { ImportSource } from "./parse-files.ts";
import type { PlanTask } from "./plan-table.ts";

/** What the child is asked for: all records of consortia, what tables a file has, or the rows of one table as it was mapped. */
export type ParseTask = { sources: readonly ImportSource[]; wanted: "consortia" | "tables" | PlanTask };

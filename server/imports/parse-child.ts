import { answerParent } from "#server/children/child-answer.ts";

import { parsePlanTable, parseFiles } from "./parse-files.ts";
import type { ParseTask } from "./parse-task.ts";
import { tableFacts } from "./table-facts.ts";
import { ImportRefusal } from "./import-limits.ts";

// A process of its own: whatever a hostile file does to memory or time, the server goes on.
answerParent(async ({ sources, wanted }: ParseTask) => {
  const [first] = sources;
  if (wanted === "tables" && first) return await orRefusal(tableFacts(first));
  if (typeof wanted === "object" && first) return await parsePlanTable(first, wanted);
  return await parseFiles(sources);
});

async function orRefusal<T>(work: Promise<T>): Promise<T | { appCode: string }> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof ImportRefusal) return { appCode: error.appCode };
    throw error;
  }
}

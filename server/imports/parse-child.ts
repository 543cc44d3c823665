import type { ParsedImport } from "#shared/features/imports/consortium.ts";

import { type ImportSource, parseFiles } from "./parse-files.ts";

/** What the child tells its parent. */
export type ParseAnswer = { parsed: ParsedImport } | { failure: string };

// A process of its own: whatever a hostile file does to memory or time, the server goes on.
process.once("message", (sources) => {
  parseFiles(sources as ImportSource[])
    .then((parsed) => answer({ parsed }))
    .catch((error: unknown) =>
      answer({ failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    );
});
process.once("disconnect", () => process.exit(0));

function answer(message: ParseAnswer): void {
  process.send?.(message, () => process.disconnect());
}

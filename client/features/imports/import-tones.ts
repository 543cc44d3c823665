import type { Tone } from "#client/ui/state-badge.tsx";
import type { ImportRow } from "#shared/features/imports/import.ts";
import type { ImportFate } from "#shared/features/imports/import-words.ts";

export const fateTones: Record<ImportFate, Tone> = { new: "good", changed: "active", same: "idle", problem: "bad" };

/** How an import stands, as a word of the texts, and its tone. */
export function standOf({ state, stage }: Pick<ImportRow, "state" | "stage">): { word: string; tone: Tone } {
  if (state === "failed") return { word: "failed", tone: "bad" };
  if (state === "cancelled") return { word: "cancelled", tone: "idle" };
  if (stage === "applied") return { word: "applied", tone: "good" };
  return stage === "undone" ? { word: "undone", tone: "returned" } : { word: "previewed", tone: "waiting" };
}

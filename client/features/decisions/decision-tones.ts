import type { Tone } from "#client/ui/state-badge.tsx";

type Outcome = { state: "draft" | "open" | "closed" | "cancelled"; accepted: boolean | null };

/** What a decision means to its reader: the key of its text and its tone. */
export function outcomeOf({ state, accepted }: Outcome): { key: string; tone: Tone } {
  if (state === "draft") return { key: "draft", tone: "draft" };
  if (state === "open") return { key: "open", tone: "active" };
  if (state === "cancelled") return { key: "cancelled", tone: "idle" };
  return accepted === true ? { key: "accepted", tone: "good" } : { key: "rejected", tone: "bad" };
}

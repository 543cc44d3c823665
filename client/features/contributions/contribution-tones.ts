import type { Tone } from "#client/ui/state-badge.tsx";
import type { ContributionState } from "#shared/features/contributions/contribution-words.ts";

/** What the state of a line means to its reader. */
export const contributionTones: Record<ContributionState, Tone> = {
  proposed: "waiting",
  countered: "returned",
  agreed: "good",
  withdrawn: "idle",
};

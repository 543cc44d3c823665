import type { Tone } from "#client/ui/state-badge.tsx";
import type { ParticipantState } from "#shared/features/participants/participant-words.ts";

/** What the state of a participation means to the reader. */
export const participantTones: Record<ParticipantState, Tone> = {
  invited: "waiting",
  accepted: "good",
  declined: "bad",
  withdrawn: "idle",
};

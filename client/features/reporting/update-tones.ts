import type { Tone } from "#client/ui/state-badge.tsx";
import type { UpdateState } from "#shared/features/reporting/update-words.ts";

/** What the state of a report means to its reader. */
export const updateTones: Record<UpdateState, Tone> = {
  draft: "draft",
  submitted: "waiting",
  returned: "returned",
  accepted: "good",
};

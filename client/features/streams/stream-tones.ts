import type { Tone } from "#client/ui/state-badge.tsx";
import type { StreamState } from "#shared/features/streams/stream-words.ts";

/** What a stream's state means to the reader. */
export const streamTones: Record<StreamState, Tone> = {
  planned: "idle",
  active: "active",
  done: "good",
  dropped: "bad",
};

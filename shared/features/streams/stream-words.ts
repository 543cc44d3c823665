/** A technology stream carries a technology; a horizontal one serves all (management, dissemination). */
export const streamKinds = ["technology", "horizontal"] as const;
export type StreamKind = (typeof streamKinds)[number];

export const streamStates = ["planned", "active", "done", "dropped"] as const;
export type StreamState = (typeof streamStates)[number];

/** Colour and pattern names of a stream; never colour alone, so each colour comes with its own pattern. */
export const streamColours = [
  "teal",
  "orange",
  "blue",
  "grape",
  "lime",
  "red",
  "cyan",
  "yellow",
  "indigo",
  "pink",
] as const;
export type StreamColour = (typeof streamColours)[number];
export const streamPatterns = ["solid", "stripes", "dots", "grid", "waves"] as const;
export type StreamPattern = (typeof streamPatterns)[number];

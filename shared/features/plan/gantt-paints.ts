import type { StreamColour } from "../streams/stream-words.ts";

/** Colours of streams in pictures, on light and on dark ground; the same as those of their marks. */
export const streamPaints: Record<StreamColour, { light: string; dark: string }> = {
  teal: { light: "#0b8a7a", dark: "#43b8a6" },
  orange: { light: "#c2560a", dark: "#f08c4a" },
  blue: { light: "#2563b8", dark: "#74a9f0" },
  grape: { light: "#8a3ea8", dark: "#c98ae0" },
  lime: { light: "#5b8a12", dark: "#a3cc5c" },
  red: { light: "#c0312b", dark: "#f07f78" },
  cyan: { light: "#0a7f9c", dark: "#5cc3dc" },
  yellow: { light: "#a57700", dark: "#e6bd4e" },
  indigo: { light: "#4b4fc4", dark: "#9a9ef2" },
  pink: { light: "#b8306e", dark: "#f08ab4" },
};

import type { RuleBook } from "../projects/project-words.ts";
import { type StreamColour, streamColours, type StreamPattern, streamPatterns } from "./stream-words.ts";

/** The code a stream of this number usually has: WP3 in funders' tables, S3 in a cluster's own. */
export function suggestStreamCode(ruleBook: RuleBook, number: number): string {
  return `${ruleBook === "cluster-agreement" ? "S" : "WP"}${number}`;
}

type Look = { colour: StreamColour; pattern: StreamPattern };

/** The first pair of colour and pattern nobody in `taken` has; repeats from the start once all 50 are in use. */
export function assignStreamLook(taken: readonly Look[]): Look {
  const used = new Set(taken.map((look) => `${look.colour} ${look.pattern}`));
  const looks = Array.from({ length: streamColours.length * streamPatterns.length }, (_, index) => lookAt(index));
  return looks.find((look) => !used.has(`${look.colour} ${look.pattern}`)) ?? lookAt(taken.length % looks.length);
}

// Colours run through first; every further round shifts the patterns, so that neighbours differ in both.
function lookAt(index: number): Look {
  const round = Math.floor(index / streamColours.length);
  return {
    colour: streamColours[index % streamColours.length] ?? "teal",
    pattern: streamPatterns[(index + round) % streamPatterns.length] ?? "solid",
  };
}

export const streamWarnings = [
  "NO_LEAD",
  "LEAD_NOT_ACCEPTED",
  "MONTHS_REVERSED",
  "MONTHS_OUTSIDE",
  "TRL_TARGET_BELOW_START",
] as const;
export type StreamWarning = (typeof streamWarnings)[number];

type Checked = {
  leadParticipantId: string | null;
  leadState: string | null;
  startMonth: number | null;
  endMonth: number | null;
  trlStart: number | null;
  trlTarget: number | null;
};

/** What a planner should look at; nothing of it stops saving, because a plan is inconsistent while it is being made. */
export function warningsOfStream(stream: Checked, durationMonths: number | null): StreamWarning[] {
  const { startMonth, endMonth, trlStart, trlTarget } = stream;
  const found: StreamWarning[] = [];
  if (stream.leadParticipantId === null) found.push("NO_LEAD");
  else if (stream.leadState !== "accepted") found.push("LEAD_NOT_ACCEPTED");
  if (startMonth !== null && endMonth !== null && startMonth > endMonth) found.push("MONTHS_REVERSED");
  if (durationMonths !== null && Math.max(startMonth ?? 1, endMonth ?? 1) > durationMonths)
    found.push("MONTHS_OUTSIDE");
  if (trlStart !== null && trlTarget !== null && trlTarget < trlStart) found.push("TRL_TARGET_BELOW_START");
  return found;
}

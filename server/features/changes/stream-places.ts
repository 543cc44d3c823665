import { Fault } from "#shared/fault.ts";

/** Live streams one person may hold at a time, over all tabs (security.md, R-C5). */
const MOST_STREAMS = 6;

const held = new Map<string, number>();

/** Takes one of a person's places for a live stream; returns the way to give it back. Faults: TOO_MANY_STREAMS. */
export function takeStreamPlace(userId: string): () => void {
  const taken = held.get(userId) ?? 0;
  if (taken >= MOST_STREAMS)
    throw new Fault("TOO_MANY_REQUESTS", "TOO_MANY_STREAMS", { message: "Too many pages follow live updates." });
  held.set(userId, taken + 1);
  let given = false;
  return () => {
    if (given) return;
    given = true;
    const now = held.get(userId) ?? 1;
    if (now <= 1) held.delete(userId);
    else held.set(userId, now - 1);
  };
}

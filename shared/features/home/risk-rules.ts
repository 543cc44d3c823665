import { monthEndOn } from "../../dates.ts";
import type { StreamState } from "../streams/stream-words.ts";

type Stream = {
  state: StreamState;
  leadState: string | null;
  startMonth: number | null;
  endMonth: number | null;
  trlNow: number | null;
  trlTarget: number | null;
};

/** The share of its months after which a stream should have come near its readiness target. */
const LATE_SHARE = 0.8;

/**
 * Whether a running stream needs a look: nobody who accepted leads it, its last day has passed, or most of its time
 * is gone while its technology is still two levels or more below the target.
 */
export function isAtRisk(stream: Stream, startOn: string | null, today: string): boolean {
  if (stream.state === "done" || stream.state === "dropped") return false;
  if (stream.leadState !== "accepted") return true;
  if (startOn === null || stream.endMonth === null) return false;
  if (monthEndOn(startOn, stream.endMonth) < today) return true;
  const first = stream.startMonth ?? 1;
  const lateMonth = first + Math.ceil((stream.endMonth - first + 1) * LATE_SHARE) - 1;
  const isLate = monthEndOn(startOn, Math.max(first, lateMonth)) < today;
  return isLate && stream.trlNow !== null && stream.trlTarget !== null && stream.trlTarget - stream.trlNow >= 2;
}

import type { Tone } from "#client/ui/state-badge.tsx";
import type { MemberStatus } from "#shared/features/reporting/period.ts";

export type MemberState = "missing" | "partly" | "returned" | "submitted" | "accepted";

/** How far a member is with a period, in one word. */
export function memberState({ expected, missing, returned, accepted }: MemberStatus): MemberState {
  if (accepted === expected) return "accepted";
  if (returned > 0) return "returned";
  if (missing === expected) return "missing";
  return missing > 0 ? "partly" : "submitted";
}

export const memberTones: Record<MemberState, Tone> = {
  missing: "idle",
  partly: "active",
  returned: "returned",
  submitted: "waiting",
  accepted: "good",
};

/** Whether a member still has something to hand in. */
export function owes({ missing, returned }: MemberStatus): boolean {
  return missing + returned > 0;
}

import type { Tone } from "#client/ui/state-badge.tsx";
import type { InvitationState } from "#shared/features/invitations/invitation-words.ts";

/** What the state of an invitation means to the reader. */
export const invitationTones: Record<InvitationState, Tone> = {
  pending: "waiting",
  accepted: "good",
  declined: "bad",
  revoked: "idle",
  expired: "warning",
};

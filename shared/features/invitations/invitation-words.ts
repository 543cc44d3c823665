/** Life of an invitation by e-mail; `expired` is stored, so that it stays so whatever the clock does. */
export const invitationStates = ["pending", "accepted", "revoked", "expired"] as const;
export type InvitationState = (typeof invitationStates)[number];

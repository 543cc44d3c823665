/** Life of an invitation by e-mail; `expired` is stored, so that it stays so whatever the clock does. */
export const invitationStates = ["pending", "accepted", "declined", "revoked", "expired"] as const;
export type InvitationState = (typeof invitationStates)[number];

/** Seats that can be given with an invitation: who comes in first must be able to do something. */
export const invitedSeatRoles = ["manager", "editor"] as const;

/** How whoever opens the letter can go on. */
export const invitationWays = ["new-account", "sign-in", "accept", "other-address"] as const;
export type InvitationWay = (typeof invitationWays)[number];

export const participantRoles = [
  "coordinator",
  "beneficiary",
  "affiliated-entity",
  "associated-partner",
  "subcontractor",
  "third-party",
] as const;
export type ParticipantRole = (typeof participantRoles)[number];

export const participantStates = ["invited", "accepted", "declined", "withdrawn"] as const;
export type ParticipantState = (typeof participantStates)[number];

/** Roles a member can be given; the coordinator's is handed over instead. */
export const memberRoles = participantRoles.filter((role) => role !== "coordinator");

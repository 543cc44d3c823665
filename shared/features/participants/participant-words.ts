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

export const updateStates = ["draft", "submitted", "accepted", "returned"] as const;
export type UpdateState = (typeof updateStates)[number];

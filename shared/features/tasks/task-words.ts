export const taskStates = ["planned", "active", "done", "dropped"] as const;
export type TaskState = (typeof taskStates)[number];

/** The first steps of an organisation, in their order. */
export const checklistSteps = ["profile", "members", "project", "plan", "contributions"] as const;
export type ChecklistStep = (typeof checklistSteps)[number];

/** What rows of a table can become in the plan of one project. */
export const planTargets = ["tasks", "deliverables", "milestones", "effort"] as const;
export type PlanTarget = (typeof planTargets)[number];

/** What a column can hold; `effort` columns of a matrix stand for the stream in their header. */
export const planFields = [
  "code",
  "title",
  "description",
  "stream",
  "lead",
  "partners",
  "startMonth",
  "endMonth",
  "dueMonth",
  "progress",
  "state",
  "type",
  "dissemination",
  "link",
  "verification",
  "participant",
  "effort",
] as const;
export type PlanField = (typeof planFields)[number];

/** The fields of each target, in the order people think of them. */
export const fieldsOfTarget: Readonly<Record<PlanTarget, readonly PlanField[]>> = {
  tasks: ["code", "title", "description", "stream", "lead", "partners", "startMonth", "endMonth", "progress", "state"],
  deliverables: [
    "code",
    "title",
    "description",
    "stream",
    "lead",
    "type",
    "dissemination",
    "dueMonth",
    "state",
    "link",
  ],
  milestones: ["code", "title", "stream", "dueMonth", "verification"],
  effort: ["participant", "effort"],
};

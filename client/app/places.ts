/** Places of the sidebar: the command that opens it, and where it is. */
export const mainPlaces = [
  { id: "home", to: "/" },
  { id: "projects", to: "/projects" },
  { id: "organisations", to: "/organisations" },
  { id: "imports", to: "/imports" },
  { id: "audit", to: "/administration/audit" },
] as const;

/** Places inside a project, for sidebar and tabs. */
export const projectPlaces = [
  { id: "project-overview", to: "/projects/$projectId" },
  { id: "project-streams", to: "/projects/$projectId/streams" },
  { id: "project-plan", to: "/projects/$projectId/plan" },
  { id: "project-members", to: "/projects/$projectId/members" },
  { id: "project-contributions", to: "/projects/$projectId/contributions" },
  { id: "project-matrix", to: "/projects/$projectId/matrix" },
  { id: "project-updates", to: "/projects/$projectId/updates" },
  { id: "project-forecast", to: "/projects/$projectId/forecast" },
  { id: "project-budget", to: "/projects/$projectId/budget" },
  { id: "project-gaps", to: "/projects/$projectId/gaps" },
  { id: "project-milestones", to: "/projects/$projectId/milestones" },
  { id: "project-risks", to: "/projects/$projectId/risks" },
  { id: "project-baselines", to: "/projects/$projectId/baselines" },
  { id: "project-decisions", to: "/projects/$projectId/decisions" },
  { id: "project-exports", to: "/projects/$projectId/exports" },
  { id: "project-activity", to: "/projects/$projectId/activity" },
] as const;

export type Place = (typeof mainPlaces)[number]["to"] | (typeof projectPlaces)[number]["to"];

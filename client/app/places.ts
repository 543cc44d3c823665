/** Places of the sidebar: the command that opens it, and where it is. */
export const mainPlaces = [
  { id: "home", to: "/" },
  { id: "projects", to: "/projects" },
  { id: "organisations", to: "/organisations" },
  { id: "imports", to: "/imports" },
  { id: "audit", to: "/administration/audit" },
] as const;

/** Places inside a project, as the sidebar groups them; a group without a title stands for itself. */
export const projectPlaceGroups = [
  {
    titleKey: null,
    places: [
      { id: "project-overview", to: "/projects/$projectId" },
      { id: "project-gaps", to: "/projects/$projectId/gaps" },
    ],
  },
  {
    titleKey: "frame:groupPlan",
    places: [
      { id: "project-streams", to: "/projects/$projectId/streams" },
      { id: "project-plan", to: "/projects/$projectId/plan" },
      { id: "project-milestones", to: "/projects/$projectId/milestones" },
      { id: "project-matrix", to: "/projects/$projectId/matrix" },
      { id: "project-budget", to: "/projects/$projectId/budget" },
      { id: "project-risks", to: "/projects/$projectId/risks" },
      { id: "project-baselines", to: "/projects/$projectId/baselines" },
    ],
  },
  {
    titleKey: "frame:groupMembers",
    places: [
      { id: "project-members", to: "/projects/$projectId/members" },
      { id: "project-contributions", to: "/projects/$projectId/contributions" },
      { id: "project-updates", to: "/projects/$projectId/updates" },
      { id: "project-forecast", to: "/projects/$projectId/forecast" },
      { id: "project-decisions", to: "/projects/$projectId/decisions" },
    ],
  },
  {
    titleKey: "frame:groupRecord",
    places: [
      { id: "project-exports", to: "/projects/$projectId/exports" },
      { id: "project-activity", to: "/projects/$projectId/activity" },
    ],
  },
] as const;

export type Place = (typeof mainPlaces)[number]["to"] | (typeof projectPlaceGroups)[number]["places"][number]["to"];

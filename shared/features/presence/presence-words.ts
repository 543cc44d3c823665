import { commentSubjects } from "../comments/comment-words.ts";

/** Lists of a project, as its addresses name them. */
export const presenceLists = [
  "streams",
  "members",
  "contributions",
  "updates",
  "milestones",
  "exports",
  "activity",
] as const;

/** Pages of a project on which people see each other: those of one record, and lists. */
export const presencePlaces = [...commentSubjects, ...presenceLists, "other"] as const;
export type PresencePlace = (typeof presencePlaces)[number];

/** Records whose fields somebody may be writing in. */
export const typingPlaces = [...commentSubjects, "milestone", "participant", "report"] as const;

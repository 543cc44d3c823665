import { commentSubjects } from "../comments/comment-words.ts";

/** Pages of a project on which people see each other: those of one record, and lists. */
export const presencePlaces = [
  ...commentSubjects,
  "streams",
  "members",
  "contributions",
  "updates",
  "milestones",
  "exports",
  "activity",
  "other",
] as const;
export type PresencePlace = (typeof presencePlaces)[number];

/** Records whose fields somebody may be writing in. */
export const typingPlaces = [...commentSubjects, "milestone", "participant", "report"] as const;

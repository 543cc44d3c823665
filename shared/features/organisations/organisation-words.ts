/** What an organisation is in the cluster's own terms. */
export const organisationKinds = [
  "enterprise",
  "research",
  "education",
  "public",
  "cluster",
  "association",
  "accelerator",
  "other",
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

/** CORDIS activity types: private for-profit, higher or secondary education, research, public body, other. */
export const activityTypes = ["PRC", "HES", "REC", "PUB", "OTH"] as const;
export type ActivityType = (typeof activityTypes)[number];

/** Size classes of the EU recommendation 2003/361/EC; everything but large is an SME. */
export const organisationSizes = ["micro", "small", "medium", "large"] as const;
export type OrganisationSize = (typeof organisationSizes)[number];

/** Kinds that other organisations can be members of. */
export const umbrellaKinds = ["cluster", "association"] as const satisfies readonly OrganisationKind[];

export const resourceDirections = ["offered", "sought"] as const;
export type ResourceDirection = (typeof resourceDirections)[number];

export const resourceMedia = ["material", "energy", "water", "data"] as const;
export type ResourceMedium = (typeof resourceMedia)[number];

/** What the directory can be sorted by. */
export const organisationSorts = ["name", "country", "kind", "size", "projects", "memberSince"] as const;
export type OrganisationSort = (typeof organisationSorts)[number];

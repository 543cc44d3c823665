export const projectStatuses = ["idea", "planning", "submitted", "running", "completed", "cancelled"] as const;
export type ProjectStatus = (typeof projectStatuses)[number];

/** Who may read the project besides its consortium: nobody, the members of its cluster, or every signed-in person. */
export const projectVisibilities = ["consortium", "cluster", "public"] as const;
export type ProjectVisibility = (typeof projectVisibilities)[number];

/** What the list of projects can be ordered by. */
export const projectSorts = ["acronym", "status", "start", "updated", "members", "value"] as const;
export type ProjectSort = (typeof projectSorts)[number];

/** Days that "lately" looks back on the overview, and how many changes are counted at most. */
export const LATELY_DAYS = 14;
export const LATELY_LIMIT = 100;

export const ruleBooks = ["cluster-agreement", "horizon-europe-actual", "horizon-europe-lump-sum", "interreg"] as const;
export type RuleBook = (typeof ruleBooks)[number];

export const projectStatuses = ["idea", "planning", "submitted", "running", "completed", "cancelled"] as const;
export type ProjectStatus = (typeof projectStatuses)[number];

/** Who may read the project besides its consortium: nobody, the members of its cluster, or every signed-in person. */
export const projectVisibilities = ["consortium", "cluster", "public"] as const;
export type ProjectVisibility = (typeof projectVisibilities)[number];

export const ruleBooks = ["cluster-agreement", "horizon-europe-actual", "horizon-europe-lump-sum", "interreg"] as const;
export type RuleBook = (typeof ruleBooks)[number];

/** How a baseline came about: by somebody, or by a change of the project's status. */
export const baselineKinds = ["named", "status"] as const;
export type BaselineKind = (typeof baselineKinds)[number];

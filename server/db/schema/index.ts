export * from "./accounts.ts";
export * from "./changes.ts";
export * from "./contributions.ts";
export * from "./organisations.ts";
export * from "./projects.ts";
export * from "./work.ts";

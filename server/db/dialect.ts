/** The two databases the product runs on. */
export type Dialect = "sqlite" | "postgres";

/**
 * Chosen once, when the module loads, because the schema is built from it. This is the one place besides
 * settings.ts that looks at the environment: the schema is imported before any settings can be handed over.
 */
export const dialect: Dialect = /^postgres(ql)?:/.test(process.env["DATABASE_URL"] ?? "") ? "postgres" : "sqlite";

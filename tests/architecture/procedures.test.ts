import { ZodObject, type ZodType } from "zod";
import { describe, expect, test } from "vitest";

import { authorizationRules } from "#server/api/authorization-rules.ts";
import { appRouter } from "#server/api/router.ts";

type Definition = { type: string; meta?: { rule?: string }; inputs: unknown[]; output?: unknown };

const procedures = Object.entries(appRouter._def.procedures).map(([path, procedure]) => ({
  path,
  definition: (procedure as unknown as { _def: Definition })._def,
}));

describe("procedures", () => {
  test("there are procedures to look at", () => {
    expect(procedures.length).toBeGreaterThan(20);
  });

  test("each names a known authorization rule", () => {
    const unruled = procedures.filter(
      ({ definition }) => !definition.meta?.rule || !(definition.meta.rule in authorizationRules),
    );
    expect(unruled.map(({ path }) => path)).toEqual([]);
  });

  test("each has an output schema", () => {
    // A subscription checks every event it yields instead.
    const open = procedures.filter(({ definition }) => definition.type !== "subscription" && !definition.output);
    expect(open.map(({ path }) => path)).toEqual([]);
  });

  test("each refuses unknown input fields", () => {
    const loose = procedures.filter(({ definition }) =>
      definition.inputs.some((input) => !refusesUnknownKeys(input as ZodType)),
    );
    expect(loose.map(({ path }) => path)).toEqual([]);
  });

  test("no rule stands unused for what the router could say", () => {
    const used = new Set(procedures.map(({ definition }) => definition.meta?.rule));
    expect(Object.keys(authorizationRules).filter((rule) => !used.has(rule))).toEqual([]);
  });
});

function refusesUnknownKeys(schema: ZodType): boolean {
  if (!(schema instanceof ZodObject)) return "def" in schema;
  const probe = schema.safeParse({ surelyNotAField: 1 });
  return !probe.success && probe.error.issues.some((issue) => issue.code === "unrecognized_keys");
}

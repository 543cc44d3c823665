import type { ZodType } from "zod";

/**
 * The same procedure builder, checking inputs and outputs in one step: tRPC asks for `parseAsync`, for which zod walks
 * the schema instead of running the code it compiled for it. No schema here waits for anything, and one that did would
 * fail at its first call. What a procedure says of itself stays a schema.
 */
export function parseSynchronously<B extends object>(builder: B): B {
  return new Proxy(builder, {
    get(target, name, receiver): unknown {
      const value: unknown = Reflect.get(target, name, receiver);
      if (typeof value !== "function") return value;
      const step = value as (...args: unknown[]) => unknown;
      if (name === "input" || name === "output")
        return (schema: ZodType) =>
          parseSynchronously(step.call(target, synchronous(schema, name === "input")) as object);
      if (name === "use" || name === "meta")
        return (argument: unknown) => parseSynchronously(step.call(target, argument) as object);
      return value;
    },
  });
}

// What was sent belongs to the refusal of an input, whose fields are named by it; an output that fails is logged without.
function synchronous(schema: ZodType, reportInput: boolean): ZodType {
  const parse = (given: unknown) => schema.parse(given, { reportInput });
  return Object.create(schema, { parseAsync: { value: parse } }) as ZodType;
}

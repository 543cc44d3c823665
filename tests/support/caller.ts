import type { RequestHeaders } from "#server/api/context.ts";
import { appRouter } from "#server/api/router.ts";
import type { Parts } from "#server/parts.ts";
import { t } from "#server/api/trpc-root.ts";
import type { Person } from "#shared/features/members/standing.ts";

const createCaller = t.createCallerFactory(appRouter);

export type Caller = ReturnType<typeof createCaller>;

/** Calls procedures as this person without HTTP: the same rules, schemas and faults. `signedInAt` in ms UTC. */
export function callerOf(
  parts: Parts,
  person: Person | null,
  { headers = {}, signedInAt = 0 }: { headers?: RequestHeaders; signedInAt?: number } = {},
): Caller {
  const session = person && {
    id: person.userId,
    userId: person.userId,
    name: "Tester",
    email: "tester@example.test",
    language: null,
    isAdministrator: person.isAdministrator,
    createdAt: signedInAt,
  };
  return createCaller({
    parts,
    session,
    person,
    refresh: () => Promise.resolve(person),
    requestId: "test",
    address: "127.0.0.1",
    idempotencyKey: null,
    setHeader: () => undefined,
    headers,
    signal: new AbortController().signal,
  });
}

type Invoke = (input: unknown) => Promise<unknown>;

/** Calls a procedure by its path, e.g. `project.list`. */
export async function callPath(caller: Caller, path: string, input: unknown): Promise<unknown> {
  const [feature = "", name = ""] = path.split(".");
  const found = (caller as unknown as Record<string, Record<string, Invoke>>)[feature]?.[name];
  if (!found) throw new Error(`there is no procedure ${path}`);
  return await found(input);
}

/** The paths of all procedures of a type. */
export function pathsOf(type: "query" | "mutation" | "subscription"): string[] {
  const procedures = Object.entries(appRouter._def.procedures) as unknown as [string, { _def: { type: string } }][];
  return procedures.filter(([, { _def }]) => _def.type === type).map(([path]) => path);
}

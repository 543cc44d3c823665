import { createTRPCClient, httpLink } from "@trpc/client";
import { randomId } from "#client/lib/random-id.ts";
import type { AppRouter } from "#server/api/router.ts";
import type { AttachmentList } from "#shared/features/reporting/attachment.ts";
import type { Part, SavePartInput } from "#shared/features/part/part.ts";
import type { UpdateRef, UpdateResult } from "#shared/features/reporting/update.ts";
import type { VersionedInput, Written } from "#shared/versions.ts";

const patience = 20_000;

/** The calls a personal link may make. */
export type PartClient = {
  show(): Promise<Part>;
  save(input: SavePartInput): Promise<UpdateResult>;
  submit(ref: UpdateRef): Promise<UpdateResult>;
  evidence(updateId: string): Promise<AttachmentList>;
  removeEvidence(file: VersionedInput): Promise<Written>;
  /** What an upload carries to come by this link. */
  readonly headers: Record<string, string>;
};

const callOf = ({ path, input }: { path: string; input: unknown }) => `${path} ${JSON.stringify(input)}`;

/** Calls with the token of a link and nothing else: a session in the same browser plays no part. */
export function partClient(token: string): PartClient {
  const headers = { "x-consortia": "1", "x-part-link": token };
  const trpc = createTRPCClient<AppRouter>({
    links: [
      httpLink({
        url: "/api/trpc",
        // A network that is there and carries nothing counts as none.
        fetch: (address, options) =>
          fetch(address as string, { ...(options as RequestInit), signal: AbortSignal.timeout(patience) }),
        headers: ({ op }) => (op.type === "mutation" ? { ...headers, "idempotency-key": keyOf(op) } : headers),
      }),
    ],
  });
  // A call whose answer was lost goes out again with the same key, so that it has one effect.
  const lost = new Map<string, string>();
  function keyOf(op: { path: string; input: unknown }): string {
    const call = callOf(op);
    const key = lost.get(call) ?? randomId();
    lost.set(call, key);
    return key;
  }
  async function once<T>(path: string, input: unknown, answer: Promise<T>): Promise<T> {
    const done = await answer;
    lost.delete(callOf({ path, input }));
    return done;
  }
  return {
    show: () => trpc.part.show.query({}),
    save: (input) => once("part.save", input, trpc.part.save.mutate(input)),
    evidence: (updateId) => trpc.part.evidence.query({ updateId }),
    removeEvidence: (file) => once("part.removeEvidence", file, trpc.part.removeEvidence.mutate(file)),
    headers,
    submit: (ref) => once("part.submit", ref, trpc.part.submit.mutate(ref)),
  };
}

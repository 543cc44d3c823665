import type { Actor } from "#server/db/database.ts";
import type { Session } from "#server/features/accounts/session-queries.ts";
import type { Parts } from "#server/parts.ts";
import type { Person } from "#shared/features/members/standing.ts";

export type { Session };

/** Names in lower case; a header that came several times holds a list. */
export type RequestHeaders = Readonly<Record<string, string | string[] | undefined>>;

/** What one call knows about its caller. */
export type Context = {
  readonly parts: Parts;
  readonly session: Session | null;
  /** Null when nobody is signed in. */
  readonly person: Person | null;
  /** Looks the session up again, for calls that outlive it (live updates): null once it has ended. */
  readonly refresh: () => Promise<Person | null>;
  readonly requestId: string;
  /** Client address after trusted proxies, for limits only. */
  readonly address: string;
  readonly idempotencyKey: string | null;
  /** Lets an answer carry a header (replays, retry hints). */
  readonly setHeader: (name: string, value: string) => void;
  /** Headers of the request as they came, for the account library. */
  readonly headers: RequestHeaders;
  readonly signal: AbortSignal;
};

/** The actor a change is recorded for. */
export function actorOf(person: Person): Actor {
  return { userId: person.userId, actingForId: person.seat?.organisationId ?? null };
}

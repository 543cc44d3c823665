import { eq, sql } from "drizzle-orm";

import { Fault, notFound } from "#shared/fault.ts";
import type { Person } from "#shared/features/members/standing.ts";
import type { BeatInput, PresenceView } from "#shared/features/presence/presence.ts";

import type { Database, ReadDb } from "#server/db/database.ts";
import { prepared } from "#server/db/prepare.ts";
import { organisations } from "#server/db/schema/index.ts";
import { createCallLimiter } from "#server/http/call-limiter.ts";

import { presenceHubOf } from "./presence-hub.ts";
import { mayBeAt, presenceFor } from "./presence-sight.ts";

const beatsPerMinute = 150;
const limiter = createCallLimiter(beatsPerMinute, 60_000);

const shortNameOf = prepared("presence_organisation", (db) =>
  db
    .select({ name: sql<string>`coalesce(${organisations.shortName}, ${organisations.name})` })
    .from(organisations)
    .where(eq(organisations.id, sql.placeholder("id"))),
);

/** Says where a tab of this person is; keeps it in memory alone. Faults: NOT_FOUND for a page that is not the person's to read, TOO_MANY_REQUESTS. */
export async function beat(db: Database, person: Person, name: string, input: BeatInput): Promise<void> {
  const { tab, place, typing } = input;
  const hub = presenceHubOf(db);
  const key = tabKey(person, tab);
  const seconds = limiter.spend(person.userId);
  if (seconds > 0) throw new Fault("TOO_MANY_REQUESTS", "TOO_MANY_REQUESTS", { params: { seconds } });
  if (place === null) return hub.leave(key);
  if (!(await mayBeAt(db.read, person, place))) {
    hub.leave(key);
    throw notFound();
  }
  const before = hub.find(key);
  const isSameSeat = before?.person.seat?.organisationId === person.seat?.organisationId;
  const organisation = before && isSameSeat ? before.organisation : await organisationOf(db.read, person);
  hub.note({ key, person, name, organisation, place, typing });
}

async function organisationOf(db: ReadDb, { seat }: Person): Promise<string | null> {
  if (seat === null) return null;
  const [found] = await shortNameOf(db, { id: seat.organisationId });
  return found?.name ?? null;
}

function tabKey({ userId }: Pick<Person, "userId">, tab: string): string {
  return `${userId} ${tab}`;
}

/** The presence of one tab as its live channel tells it: each view once, and only what the reader may know when it leaves. */
export function followPresence(db: Database, userId: string, tab: string) {
  const hub = presenceHubOf(db);
  const key = tabKey({ userId }, tab);
  let told = "";
  return {
    listen: (ring: () => void) => hub.follow(key, ring),
    async read(person: Person): Promise<PresenceView | null> {
      const own = hub.find(key);
      if (!own) return null;
      const tabs = hub.at(own.place);
      const raw = JSON.stringify([own.place, tabs.map(({ key, name, typing }) => [key, name, typing])]);
      if (raw === told) return null;
      told = raw;
      return await presenceFor(db.read, person, own.place, tabs);
    },
  };
}

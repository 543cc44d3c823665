import { createHmac, randomBytes } from "node:crypto";

import { eq } from "drizzle-orm";

import { seats, sessions, users } from "#server/db/schema/index.ts";
import { sessionCookieName, sessionLifeMs } from "#server/features/accounts/session-cookie.ts";
import type { FoundSession } from "#server/features/accounts/session-queries.ts";
import { lookUpSession } from "#server/http/session.ts";
import type { Parts } from "#server/parts.ts";
import { builtAt } from "#tests/support/build.ts";
import { buildMembership, buildOrganisation } from "#tests/support/build-organisation.ts";
import { buildPerson } from "#tests/support/build-person.ts";

import type { Persona } from "./persona-table.ts";

type Organisation = Awaited<ReturnType<typeof buildOrganisation>>;

/** The organisations everybody acts for. */
export async function makeOrganisations({ db }: Parts) {
  const named = (name: string) => buildOrganisation(db, { name });
  const alliance = await buildOrganisation(db, { kind: "association", name: "Alliance" });
  const cluster = await buildOrganisation(db, { kind: "cluster", name: "Cluster" });
  const made = {
    alliance,
    cluster,
    lead: await named("Lead"),
    member: await named("Mover"),
    other: await named("Other"),
    invited: await named("Guest"),
    reader: await named("Reader"),
    withdrawn: await named("Gone"),
    outsider: await named("Outsider"),
    spare: await named("Spare"),
    strangerLead: await named("Strange lead"),
    strangerMember: await named("Strange member"),
  };
  for (const organisation of [made.reader, made.spare]) await buildMembership(db, organisation, cluster);
  return made;
}
export type Organisations = Awaited<ReturnType<typeof makeOrganisations>>;

const seatsOf = (all: Organisations) =>
  ({
    lead: [all.lead, "manager"],
    leadEditor: [all.lead, "editor"],
    leadViewer: [all.lead, "viewer"],
    member: [all.member, "manager"],
    memberEditor: [all.member, "editor"],
    memberViewer: [all.member, "viewer"],
    other: [all.other, "manager"],
    otherViewer: [all.other, "viewer"],
    invited: [all.invited, "manager"],
    cluster: [all.cluster, "manager"],
    clusterViewer: [all.cluster, "viewer"],
    reader: [all.reader, "manager"],
    withdrawn: [all.withdrawn, "manager"],
    outsider: [all.outsider, "manager"],
    otherCoordinator: [all.strangerLead, "manager"],
    noSeat: null,
    removedSeat: [all.member, "editor"],
    administrator: null,
    anonymous: null,
    linkHolder: null,
    expiredSession: [all.lead, "manager"],
  }) as const satisfies Record<Persona, readonly [Organisation, "manager" | "editor" | "viewer"] | null>;

export type Somebody = {
  userId: string;
  organisationId: string | null;
  cookie: string | undefined;
  /** What the program finds behind the cookie: null for whoever is not signed in. */
  found: FoundSession | null;
  /** What is sent with every call. */
  headers: Record<string, string>;
};

/** Accounts, seats and real sessions; who somebody is, the program itself finds out from the cookie. */
export async function makePeople(parts: Parts, all: Organisations): Promise<Record<Persona, Somebody>> {
  const made: Partial<Record<Persona, Somebody>> = {};
  for (const [persona, seat] of Object.entries(seatsOf(all)) as [
    Persona,
    readonly [Organisation, "manager"] | null,
  ][]) {
    const [organisation, role] = seat ?? [];
    const { userId } = await buildPerson(parts.db, organisation, role, persona === "administrator");
    const cookie =
      persona === "anonymous" || persona === "linkHolder"
        ? undefined
        : await openSession(parts, userId, organisation?.id ?? null, persona);
    if (persona === "removedSeat") await parts.db.housekeep((tx) => tx.delete(seats).where(eq(seats.userId, userId)));
    made[persona] = { userId, organisationId: organisation?.id ?? null, cookie, found: null, headers: {} };
  }
  // Everybody has come in: nobody else looks after the people of an organisation any more.
  await parts.db.housekeep((tx) => tx.update(users).set({ passwordChangedAt: builtAt }));
  const people = made as Record<Persona, Somebody>;
  for (const somebody of Object.values(people)) somebody.found = await lookUpSession(parts, somebody.cookie);
  return people;
}

async function openSession(
  parts: Parts,
  userId: string,
  actingForId: string | null,
  persona: Persona,
): Promise<string> {
  const token = randomBytes(24).toString("base64url");
  const begun = parts.clock() - (persona === "expiredSession" ? sessionLifeMs + 1 : 0);
  const at = new Date(begun);
  await parts.db.housekeep((tx) =>
    tx.insert(sessions).values({
      id: tx.id(),
      token,
      userId,
      expiresAt: new Date(begun + sessionLifeMs),
      createdAt: at,
      updatedAt: at,
      actingForId,
    }),
  );
  const signature = createHmac("sha256", parts.settings.secret ?? "")
    .update(token)
    .digest("base64");
  return `${sessionCookieName(parts.settings.baseUrl)}=${encodeURIComponent(`${token}.${signature}`)}`;
}

import type { Database } from "#server/db/database.ts";
import type { FoundSession } from "#server/features/accounts/session-queries.ts";
import { builtAt } from "#tests/support/build.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { makeTestParts, type TestParts } from "#tests/support/parts.ts";

import { makeProject, type Part, type Place } from "./consortium-scene.ts";
import { type Belongings, type Entry, makeBelongings, makeEntries } from "./directory-scene.ts";
import type { Holding } from "./holdings.ts";
import { pick, type Row } from "./row-inputs.ts";
import type { Planned } from "./plan-scene.ts";
import { otherOwner, type Ownership } from "./ownership-table.ts";
import { makeOrganisations, makePeople, type Organisations, type Somebody } from "./people-scene.ts";
import { factsOf, type Persona, personas, type Visibility } from "./persona-table.ts";

/** What an input is made from: the object asked for, the part and project it lies in, the entry and the person it belongs to. */
export type At = Place &
  Pick<Part, "participant" | "stream" | "risk" | "link" | keyof Planned> &
  Holding &
  Entry &
  Belongings & { cluster: Row; spare: Row };

export type World = {
  db: Database;
  parts: TestParts;
  organisations: Organisations;
  people: Record<Persona, Somebody>;
  projectIds: readonly string[];
  at(persona: Persona, ownership: Ownership): At;
  close(): Promise<void>;
};

/** One database with a project opened as said, two projects of strangers, and everybody's people and belongings. */
export async function makeWorld(visibility: Visibility): Promise<World> {
  const db = await openTestDatabase();
  const parts = makeTestParts(db, { clock: () => builtAt });
  const all = await makeOrganisations(parts);
  const people = await makePeople(parts, all);
  const writer = (persona: Persona) => signedIn(people[persona]).person;
  const here = await makeProject(db, {
    visibility,
    clusterId: all.cluster.id,
    leadName: "lead",
    members: {
      lead: { organisation: all.lead, state: "accepted", writer: writer("lead") },
      member: { organisation: all.member, state: "accepted", writer: writer("member") },
      other: { organisation: all.other, state: "accepted", writer: writer("other") },
      invited: { organisation: all.invited, state: "invited" },
      withdrawn: { organisation: all.withdrawn, state: "withdrawn" },
    },
  });
  people.linkHolder.headers = { "x-part-link": here.parts["member"]?.token ?? "" };
  const elsewhere = (opened: Visibility) => makeStrangers(db, opened, all, people);
  const [closed, open] = [await elsewhere("consortium"), await elsewhere("public")];
  const entries = await makeEntries(db, all);
  const belongings = new Map<Persona, Belongings>();
  for (const persona of personas)
    belongings.set(persona, await makeBelongings(db, people[persona].userId, open.place.project.id));
  const scene: Scene = { here, closed, open, entries, belongings, people, all };
  return {
    db,
    parts,
    organisations: all,
    people,
    projectIds: [here, closed, open].map(({ place }) => place.project.id),
    at: (persona, ownership) => objectAt(scene, persona, ownership),
    async close() {
      await db.close();
      await parts.remove();
    },
  };
}

type Project = Awaited<ReturnType<typeof makeProject>>;
type Scene = {
  here: Project;
  closed: Project;
  open: Project;
  entries: Map<string, Entry>;
  belongings: Map<Persona, Belongings>;
  people: Record<Persona, Somebody>;
  all: Organisations;
};

/** A project of strangers: its coordinator signs in, its member is written for by the coordinator's side of the scene alone. */
async function makeStrangers(
  db: Database,
  visibility: Visibility,
  all: Organisations,
  people: Record<Persona, Somebody>,
) {
  const { person } = signedIn(people.otherCoordinator);
  const seat = { organisationId: all.strangerMember.id, kind: all.strangerMember.kind, role: "manager" as const };
  const member = { ...person, userId: people.outsider.userId, seat };
  return await makeProject(db, {
    visibility,
    clusterId: null,
    leadName: "strangerLead",
    members: {
      strangerLead: { organisation: all.strangerLead, state: "accepted", writer: person },
      member: { organisation: all.strangerMember, state: "accepted", writer: member },
    },
  });
}

function objectAt(scene: Scene, persona: Persona, ownership: Ownership): At {
  const owner = factsOf(persona).owner;
  const isOwn = ownership === "own" || ownership === "colleague";
  const project =
    ownership === "elsewhere" ? scene.closed : ownership.startsWith("elsewhere-open") ? scene.open : scene.here;
  const name = project !== scene.here ? "member" : isOwn && owner ? owner : otherOwner(persona);
  const part = project.parts[name];
  const anyPart = project.parts["member"];
  if (!part || !anyPart) throw new Error(`no part of ${name}`);
  const isConfided = ownership === "colleague" || ownership.endsWith("confided");
  const holding = isConfided ? (part.confided ?? anyPart.confided) : (part.shared ?? anyPart.shared);
  const organisationId = ownership === "own" ? scene.people[persona].organisationId : scene.all[otherOwner(persona)].id;
  const entry = scene.entries.get(organisationId ?? scene.all.member.id);
  const belongings = scene.belongings.get(personOf(persona, ownership));
  if (!holding || !entry || !belongings) throw new Error(`nothing of ${name} to ask for`);
  const { participant, stream, risk, link, task, later, last, taskLink, deliverable, handedIn, cost } = part;
  const [cluster, spare] = [pick(scene.all.cluster), pick(scene.all.spare)];
  const at = {
    ...project.place,
    participant,
    stream,
    risk,
    link,
    task,
    later,
    last,
    taskLink,
    deliverable,
    handedIn,
    cost,
    ...holding,
    ...entry,
    ...belongings,
    cluster,
    spare,
  };
  return ownership === "unknown" ? (unknownOf(at) as At) : at;
}

/** Whose belongings stand for this ownership. */
function personOf(persona: Persona, ownership: Ownership): Persona {
  if (ownership === "own") return persona;
  if (ownership === "colleague") return persona === "member" ? "memberEditor" : "member";
  return factsOf(persona).owner === "member" ? "other" : "member";
}

/** The same object under identifiers that never were. */
function unknownOf(value: unknown): unknown {
  if (typeof value === "string") return value.replace(/^[0-9a-f]{8}(?=-[0-9a-f]{4}-7)/, "0190b7a0");
  if (typeof value !== "object" || value === null) return value;
  return Array.isArray(value)
    ? value.map(unknownOf)
    : Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, unknownOf(inner)]));
}

function signedIn(somebody: Somebody): FoundSession {
  if (!somebody.found) throw new Error("nobody is signed in");
  return somebody.found;
}

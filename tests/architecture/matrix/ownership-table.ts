import { factsOf, type Owner, type Persona } from "./persona-table.ts";

/**
 * Whose an object is, seen from the one who asks. `elsewhere-open` lies in a project of strangers that everybody may read,
 * `elsewhere` in one that nobody may; `unknown` never was.
 */
export type Ownership =
  | "own"
  | "colleague"
  | "shared"
  | "confided"
  | "here"
  | "theirs"
  | "elsewhere-open"
  | "elsewhere-open-confided"
  | "elsewhere"
  | "unknown"
  | "nothing";

type Column = "own" | "colleague" | "shared" | "confided" | "any";

/** Kinds of targets: which ownerships are tried, and in which column of the rule's table the expectation stands. */
export const kindTable = {
  /** A line, an offer, a report that was handed in: something one member may confide to the coordinator. */
  line: {
    own: "own",
    colleague: "colleague",
    shared: "shared",
    confided: "confided",
    "elsewhere-open": "shared",
    "elsewhere-open-confided": "confided",
    elsewhere: "shared",
    unknown: "shared",
  },
  /** What is a member's own until it is handed in. */
  draft: {
    own: "own",
    colleague: "colleague",
    shared: "shared",
    confided: "confided",
    "elsewhere-open": "shared",
    elsewhere: "shared",
    unknown: "shared",
  },
  /** One member's part of a project. */
  part: { own: "own", shared: "shared", "elsewhere-open": "shared", elsewhere: "shared", unknown: "shared" },
  /** A project, or what belongs to it as a whole. */
  project: { here: "any", "elsewhere-open": "any", elsewhere: "any", unknown: "any" },
  /** An organisation and what is entered there. */
  organisation: { own: "own", theirs: "shared", unknown: "shared" },
  /** A person's own: jobs, sessions, notes. */
  personal: { own: "own", colleague: "shared", theirs: "shared", unknown: "shared" },
  /** Without an object. */
  nothing: { nothing: "any" },
} as const satisfies Record<string, Partial<Record<Ownership, Column>>>;

export type Kind = keyof typeof kindTable;

/** The ownerships a kind is tried with by this persona: whoever has no part owns nothing. */
export function ownershipsOf(kind: Kind, persona: Persona): Ownership[] {
  const { owner, capacity } = factsOf(persona);
  const all = Object.keys(kindTable[kind]) as Ownership[];
  return all.filter((ownership) => {
    if (ownership !== "own" && ownership !== "colleague") return true;
    if (kind === "organisation") return capacity !== null && capacity !== "seatless" && capacity !== "administrator";
    if (kind === "personal") return capacity !== null && (ownership === "own" || owner === "member");
    return owner !== undefined && (kind === "part" || owner !== "invited");
  });
}

/** Which member's objects are "another member's" for this persona. */
export function otherOwner(persona: Persona): Owner {
  return factsOf(persona).owner === "member" ? "other" : "member";
}

export function columnOf(kind: Kind, ownership: Ownership): Column {
  const column = (kindTable[kind] as Partial<Record<Ownership, Column>>)[ownership];
  if (!column) throw new Error(`${kind} is not tried as ${ownership}`);
  return column;
}

import type { At } from "./matrix-world.ts";
import type { Kind, Ownership } from "./ownership-table.ts";
import type { Capacity, Persona, Standing } from "./persona-table.ts";

/** Where a procedure departs from the table of its rule, and why. */
export type Departure = {
  /** Standings, capacities or personas, separated by blanks; `*` is everybody who is signed in. */
  who: string;
  is: string;
  because: string;
  on?: readonly Ownership[];
};

export type Row = {
  of: Kind;
  input: (at: At) => unknown;
  departures: readonly Departure[];
  /** Why a refusal may leave something: what is tried is counted, for instance. */
  leaves?: string;
};

export type Word = Standing | Capacity | Persona | "*";

const rowOf =
  (of: Kind) =>
  (input: (at: At) => unknown, ...departures: Departure[]): Row => ({ of, input, departures });

/** One line for a procedure: the kind of its target, an input for the object it is given, and its departures. */
export const ofLine = rowOf("line");
export const ofDraft = rowOf("draft");
export const ofPart = rowOf("part");
export const ofProject = rowOf("project");
export const ofOrganisation = rowOf("organisation");
export const ofPerson = rowOf("personal");
export const ofNothing = rowOf("nothing");

/** `who` gets `is` instead of what the rule's table says. */
export function but(who: string, is: string, because: string, on?: readonly Ownership[]): Departure {
  return { who, is, because, ...(on ? { on } : {}) };
}

/** For what asks for the right before it looks anything up: an unknown object is refused like any other. */
export function askedFirst(who: string): Departure {
  return but(who, "403", "The right is asked for before anything is looked up.", ["unknown"]);
}

/** The row of a procedure that writes down that it was tried. */
export function counted(row: Row): Row {
  return { ...row, leaves: "Attempts are counted before anything is answered." };
}

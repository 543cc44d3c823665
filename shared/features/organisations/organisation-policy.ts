import type { Person } from "../members/standing.ts";
import { type OrganisationKind, umbrellaKinds } from "./organisation-words.ts";

/** What the policies look at besides the person. */
export type OrganisationFacts = {
  readonly id: string;
  /** Somebody has a seat in it. */
  readonly hasSeats: boolean;
  /** Clusters and associations it is a member of today. */
  readonly currentParentIds: readonly string[];
};

/** One side of a membership to be: what consent needs to know of it. */
export type MembershipSide = {
  readonly id: string;
  readonly kind: OrganisationKind;
  readonly hasSeats: boolean;
  /** The person has a manager's or editor's seat there, acting for it or not. */
  readonly isOurs: boolean;
};

/** Acts for some organisation with a seat that writes. */
export function hasWritingSeat(person: Person): boolean {
  return person.seat !== null && person.seat.role !== "viewer";
}

/** Clusters and associations can have members. */
export function isUmbrella(kind: OrganisationKind): boolean {
  return (umbrellaKinds as readonly OrganisationKind[]).includes(kind);
}

/** May enter a new organisation into the directory. */
export function mayCreateOrganisation(person: Person): boolean {
  return hasWritingSeat(person);
}

/**
 * May change the directory entry and the resources: whoever writes for the organisation itself or for a cluster or
 * association it is a member of, and administrators where nobody has a seat (imported organisations).
 */
export function mayEditOrganisation(person: Person, organisation: OrganisationFacts): boolean {
  if (person.isAdministrator && !organisation.hasSeats) return true;
  if (!hasWritingSeat(person) || !person.seat) return false;
  return (
    person.seat.organisationId === organisation.id || organisation.currentParentIds.includes(person.seat.organisationId)
  );
}

/** May take the entry out of the directory (the service refuses while anything refers to it). */
export function mayRemoveOrganisation(person: Person, organisation: OrganisationFacts): boolean {
  return !organisation.hasSeats && mayEditOrganisation(person, organisation);
}

/**
 * May let `child` join `parent`. A membership opens the parent's projects (visibility `cluster`) to the child, and a
 * child that is itself a cluster opens its own to the parent; so each side that opens something must be the person's own.
 */
export function mayJoin(person: Person, child: MembershipSide, parent: MembershipSide): boolean {
  if (!actsForEither(person, child.id, parent.id) && !person.isAdministrator) return false;
  return consents(person, parent) && (!isUmbrella(child.kind) || consents(person, child));
}

/** May end or remove a membership: either side alone, and administrators where neither has anybody. */
export function mayLeave(person: Person, child: MembershipSide, parent: MembershipSide): boolean {
  return actsForEither(person, child.id, parent.id) || (person.isAdministrator && !child.hasSeats && !parent.hasSeats);
}

/** May change the dates of a membership: as joining; a side alone may only let it end (`isShorter`). */
export function mayReviseMembership(
  person: Person,
  child: MembershipSide,
  parent: MembershipSide,
  isShorter: boolean,
): boolean {
  return mayJoin(person, child, parent) || (isShorter && mayLeave(person, child, parent));
}

function consents(person: Person, side: MembershipSide): boolean {
  return side.isOurs || (person.isAdministrator && !side.hasSeats);
}

function actsForEither(person: Person, childId: string, parentId: string): boolean {
  return (
    hasWritingSeat(person) && (person.seat?.organisationId === childId || person.seat?.organisationId === parentId)
  );
}

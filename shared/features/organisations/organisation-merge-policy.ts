import type { Person } from "../members/standing.ts";
import { hasWritingSeat } from "./organisation-policy.ts";

/** One of two entries that may be the same organisation: what the policy needs to know of it. */
export type MergeSide = {
  readonly id: string;
  /** Somebody of it has come in and chosen a password. */
  readonly isStaffed: boolean;
  /** The person has a manager's seat there, acting for it or not. */
  readonly isManaged: boolean;
  /** Clusters and associations it is a member of today. */
  readonly currentParentIds: readonly string[];
};

/**
 * May make one entry of two. Whatever the duplicate has, the kept one's people get; so the person must be able to give people
 * to the duplicate: its managers, and where nobody has come in managers of a cluster it belongs to and administrators. The kept
 * one has to be his to edit; and to look after, where the duplicate has people who come over.
 */
export function mayMerge(person: Person, kept: MergeSide, duplicate: MergeSide): boolean {
  if (kept.id === duplicate.id || !looksAfter(person, duplicate)) return false;
  return looksAfter(person, kept) || (!duplicate.isStaffed && edits(person, kept));
}

/** Whether people who wait for their first sign-in come over with the duplicate: only to where the person may give seats. */
export function bringsSeats(person: Person, kept: MergeSide): boolean {
  return looksAfter(person, kept);
}

function looksAfter(person: Person, side: MergeSide): boolean {
  if (side.isManaged) return true;
  if (side.isStaffed) return false;
  return person.isAdministrator || (person.seat?.role === "manager" && isParentOf(person, side));
}

function edits(person: Person, side: MergeSide): boolean {
  return hasWritingSeat(person) && (person.seat?.organisationId === side.id || isParentOf(person, side));
}

function isParentOf(person: Person, side: MergeSide): boolean {
  return side.currentParentIds.includes(person.seat?.organisationId ?? "");
}

import type { Person } from "#shared/features/members/standing.ts";

/** What the policy looks at besides the person who asks. */
export type StaffFacts = {
  readonly organisationId: string;
  /** Somebody of the organisation has chosen a password: it can look after its people itself. */
  readonly isStaffed: boolean;
  /** Clusters and associations it is a member of today. */
  readonly currentParentIds: readonly string[];
};

/**
 * May see the people of an organisation, give and take seats: managers acting for it. As long as nobody of it has come in,
 * managers of a cluster or association it belongs to, and administrators, so that there is a first person at all.
 */
export function mayManagePeople(person: Person, facts: StaffFacts): boolean {
  const isManager = person.seat?.role === "manager";
  if (isManager && person.seat?.organisationId === facts.organisationId) return true;
  if (facts.isStaffed) return false;
  return person.isAdministrator || (isManager && facts.currentParentIds.includes(person.seat?.organisationId ?? ""));
}

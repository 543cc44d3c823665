import { eq, inArray, or, sql } from "drizzle-orm";

import type { Person } from "#shared/features/members/standing.ts";
import { isCurrent } from "#shared/features/organisations/membership-rules.ts";
import {
  isUmbrella,
  mayEditOrganisation,
  mayJoin,
  mayLeave,
  mayRemoveOrganisation,
  type MembershipSide,
} from "#shared/features/organisations/organisation-policy.ts";
import type {
  MembershipView,
  OrganisationOption,
  OrganisationView,
  ResourceView,
  UmbrellaView,
} from "#shared/features/organisations/organisation-views.ts";

import type { ReadDb } from "#server/db/database.ts";
import { ascending } from "#server/db/order.ts";
import { prepared } from "#server/db/prepare.ts";
import { memberships, organisations, resources } from "#server/db/schema/index.ts";

import { loadMembershipSides, loadOrganisation, loadOrganisationFacts } from "./organisation-facts-queries.ts";
import { optionColumns } from "./organisation-option-queries.ts";

const resourcesOf = prepared("organisation_resources", (db) =>
  db
    .select()
    .from(resources)
    .where(eq(resources.organisationId, sql.placeholder("id")))
    .orderBy(ascending(resources.search), resources.id),
);

const membershipColumns = {
  id: memberships.id,
  version: memberships.version,
  sinceOn: memberships.sinceOn,
  untilOn: memberships.untilOn,
};

// Every membership that can lie on the way up: those of the organisation itself, and those of whatever has members.
const edgesUp = prepared("organisation_edges_up", (db) =>
  db
    .select({ ...membershipColumns, childId: memberships.organisationId, organisation: optionColumns })
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.parentId))
    .where(
      or(
        eq(memberships.organisationId, sql.placeholder("id")),
        inArray(memberships.organisationId, db.selectDistinct({ id: memberships.parentId }).from(memberships)),
      ),
    )
    .orderBy(ascending(organisations.sortName), memberships.id),
);

type Edge = Awaited<ReturnType<typeof edgesUp>>[number];

/**
 * One organisation with its resources and everything it belongs to; members and projects are lists of their own.
 * Open to every signed-in person. Faults: NOT_FOUND.
 */
export async function showOrganisation(db: ReadDb, person: Person, id: string): Promise<OrganisationView> {
  const { search: _search, sortName: _sortName, externalId: _externalId, ...row } = await loadOrganisation(db, id);
  const [facts, offers, edges] = await Promise.all([
    loadOrganisationFacts(db, id, person.today),
    resourcesOf(db, { id }),
    edgesUp(db, { id }),
  ]);
  const own = edges.filter((edge) => edge.childId === id);
  const sideOf = await loadMembershipSides(db, person, [row, ...own.map((edge) => edge.organisation)]);
  const side = sideOf(id);
  return {
    ...row,
    resources: offers.map(resourceView),
    parents: own.map((edge) => membershipView(person, edge, side, sideOf(edge.organisation.id))),
    umbrellas: umbrellasAbove(edges, own, person.today),
    may: {
      revise: mayEditOrganisation(person, facts),
      remove: mayRemoveOrganisation(person, facts),
      addMember: isUmbrella(row.kind) && mayAddAt(person, side),
      addParent: mayAddAt(person, side),
    },
  };
}

/** A membership with what the person may do about it; `organisation` is the side that the page does not show already. */
export function membershipView(
  person: Person,
  membership: {
    id: string;
    version: number;
    sinceOn: string | null;
    untilOn: string | null;
    organisation: OrganisationOption;
  },
  child: MembershipSide,
  parent: MembershipSide,
): MembershipView {
  const { id, version, sinceOn, untilOn, organisation } = membership;
  const mayEnd = mayLeave(person, child, parent);
  return {
    id,
    version,
    sinceOn,
    untilOn,
    isCurrent: isCurrent(membership, person.today),
    organisation,
    may: { revise: mayEnd || mayJoin(person, child, parent), remove: mayEnd },
  };
}

// Whether the other side agrees is known only when it has been chosen.
function mayAddAt(person: Person, side: MembershipSide): boolean {
  return (
    (side.isOurs && person.seat !== null && person.seat.role !== "viewer") || (person.isAdministrator && !side.hasSeats)
  );
}

function umbrellasAbove(edges: readonly Edge[], own: readonly Edge[], today: string): UmbrellaView[] {
  const found: UmbrellaView[] = [];
  const seen = new Set<string>();
  const open = own.map((edge) => edge.organisation.id);
  for (let childId = open.shift(); childId !== undefined; childId = open.shift()) {
    if (seen.has(childId)) continue;
    seen.add(childId);
    for (const edge of edges) {
      if (edge.childId !== childId) continue;
      found.push({ childId, isCurrent: isCurrent(edge, today), organisation: edge.organisation });
      open.push(edge.organisation.id);
    }
  }
  return found;
}

function resourceView({
  id,
  version,
  direction,
  resource,
  medium,
  amount,
  unit,
  note,
}: typeof resources.$inferSelect): ResourceView {
  return { id, version, direction, resource, medium, amount, unit, note };
}

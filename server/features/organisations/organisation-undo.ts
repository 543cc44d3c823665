import { eq } from "drizzle-orm";

import { changesAny, type UndoContext, type UndoRule } from "#server/changes/undo-rule.ts";
import type { ReadDb, Tx } from "#server/db/database.ts";
import { rowStore } from "#server/db/row-store.ts";
import { memberships, organisations, participants, projects, resources, seats } from "#server/db/schema/index.ts";
import { demand } from "#server/features/members/membership.ts";
import { Fault } from "#shared/fault.ts";
import {
  isUmbrella,
  mayCreateOrganisation,
  mayEditOrganisation,
  mayRemoveOrganisation,
  type OrganisationFacts,
} from "#shared/features/organisations/organisation-policy.ts";
import { organisationSearchColumns } from "#shared/features/organisations/organisation-search.ts";

import { loadOrganisationFacts, type OrganisationRecord } from "./organisation-facts-queries.ts";
import { isUmbrellaInUse, refuseTwin } from "./organisation-references-queries.ts";

/** Organisations of the directory, with the memberships and resources that came or went with them. */
export const organisationUndo: UndoRule = {
  store: rowStore(organisations),
  isBinned: true,
  // Two that became one are not told apart again.
  final: ["merged"],
  derive: (row) => organisationSearchColumns(row as unknown as OrganisationRecord),
  async demand(tx, { from, to, step }, context) {
    const { person } = context;
    const facts = await factsAt(tx, step.entityId, context);
    if (!from) demand(mayCreateOrganisation(person));
    demand(to ? mayEditOrganisation(person, facts) : mayRemoveOrganisation(person, facts));
  },
  async obstacle(tx, { step, now, goal }, context) {
    if (!goal) return (await isReferredTo(tx, step.entityId, context)) ? "in-use" : null;
    const { vatNumber, pic, kind } = goal as unknown as OrganisationRecord;
    if (changesAny(now, goal, ["vatNumber", "pic"]) && (await hasTwin(tx, step.entityId, { vatNumber, pic })))
      return "taken";
    return !isUmbrella(kind) && (await isUmbrellaInUse(tx, step.entityId)) ? "in-use" : null;
  },
};

/** What the policies look at; for an organisation that is gone, by the memberships that went with it. */
async function factsAt(tx: ReadDb, id: string, { person, moves }: UndoContext): Promise<OrganisationFacts> {
  const facts = await loadOrganisationFacts(tx, id, person.today);
  const former = moves.flatMap(({ step, goal }) =>
    step.entity === "membership" && step.organisationId === id && goal ? [String(goal["parentId"])] : [],
  );
  return { ...facts, currentParentIds: [...facts.currentParentIds, ...former] };
}

async function hasTwin(tx: Tx, id: string, given: { vatNumber: string | null; pic: string | null }): Promise<boolean> {
  try {
    await refuseTwin(tx, id, given);
    return false;
  } catch (error) {
    if (error instanceof Fault) return true;
    throw error;
  }
}

/** Whether a project, a person, or a membership or resource that stays refers to it. */
async function isReferredTo(tx: Tx, id: string, { removing }: UndoContext): Promise<boolean> {
  const found = [
    ...(await tx
      .select({ id: participants.id })
      .from(participants)
      .where(eq(participants.organisationId, id))
      .limit(1)),
    ...(await tx.select({ id: projects.id }).from(projects).where(eq(projects.clusterId, id)).limit(1)),
    ...(await tx.select({ id: seats.id }).from(seats).where(eq(seats.organisationId, id)).limit(1)),
    ...(await tx.select({ id: memberships.id }).from(memberships).where(eq(memberships.organisationId, id))),
    ...(await tx.select({ id: memberships.id }).from(memberships).where(eq(memberships.parentId, id))),
    ...(await tx.select({ id: resources.id }).from(resources).where(eq(resources.organisationId, id))),
  ];
  return found.some((row) => !removing.has(row.id));
}

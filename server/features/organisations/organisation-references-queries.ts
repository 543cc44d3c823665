import { and, eq, ne, or } from "drizzle-orm";

import { Fault } from "#shared/fault.ts";

import type { ReadDb } from "#server/db/database.ts";
import { memberships, organisations, participants, projects, seats } from "#server/db/schema/index.ts";

/**
 * Throws VAT_TAKEN or PIC_TAKEN (409) when another organisation carries the identifier. A rule of entering and not of
 * storing: funders' records do list bodies that share a number. Only one transaction writes at a time, so nothing slips in between.
 */
export async function refuseTwin(
  db: ReadDb,
  ownId: string | null,
  given: { vatNumber?: string | null | undefined; pic?: string | null | undefined },
): Promise<void> {
  if (given.vatNumber) await refuseSame(db, ownId, "vatNumber", given.vatNumber, "VAT_TAKEN");
  if (given.pic) await refuseSame(db, ownId, "pic", given.pic, "PIC_TAKEN");
}

async function refuseSame(
  db: ReadDb,
  ownId: string | null,
  path: "vatNumber" | "pic",
  value: string,
  appCode: string,
): Promise<void> {
  const [twin] = await db
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(and(eq(organisations[path], value), ownId === null ? undefined : ne(organisations.id, ownId)))
    .limit(1);
  if (twin)
    throw new Fault("CONFLICT", appCode, { fields: [{ path, appCode }], params: { name: twin.name }, present: twin });
}

/** Whether other organisations are its members or projects belong to it. */
export async function isUmbrellaInUse(db: ReadDb, id: string): Promise<boolean> {
  const members = await db
    .select({ id: memberships.id })
    .from(memberships)
    .where(eq(memberships.parentId, id))
    .limit(1);
  if (members.length > 0) return true;
  const owned = await db.select({ id: projects.id }).from(projects).where(eq(projects.clusterId, id)).limit(1);
  return owned.length > 0;
}

/** Whether a project, a membership or a person refers to it. */
export async function isReferredTo(db: ReadDb, id: string): Promise<boolean> {
  if (await isUmbrellaInUse(db, id)) return true;
  const taking = await db
    .select({ id: participants.id })
    .from(participants)
    .where(eq(participants.organisationId, id))
    .limit(1);
  const member = await db
    .select({ id: memberships.id })
    .from(memberships)
    .where(or(eq(memberships.organisationId, id), eq(memberships.parentId, id)))
    .limit(1);
  const seated = await db.select({ id: seats.id }).from(seats).where(eq(seats.organisationId, id)).limit(1);
  return taking.length + member.length + seated.length > 0;
}

import { Fault } from "#shared/fault.ts";
import type { SetupInput } from "#shared/features/accounts/account.ts";
import { organisationSearchColumns } from "#shared/features/organisations/organisation-search.ts";

import type { Tx } from "#server/db/database.ts";
import { organisations, seats, settings, users } from "#server/db/schema/index.ts";
import type { Parts } from "#server/parts.ts";

import { countAttempts } from "./attempt-service.ts";
import { needsSetup } from "./installation-queries.ts";
import { findLink, issueLink, useLink } from "./link-service.ts";
import { demandUsablePassword, hashPassword, insertCredential } from "./password-service.ts";
import { openSession, type Visitor } from "./sign-in-service.ts";

/**
 * A fresh one-time link for the first start as a path, `/setup?token=…`, valid for a day; earlier ones end. Null once the
 * installation has an administrator.
 */
export async function issueSetupLink(parts: Parts): Promise<string | null> {
  if (!(await needsSetup(parts.db.read))) return null;
  const token = await parts.db.housekeep((tx) => issueLink(tx, "setup", null));
  return `/setup?token=${token}`;
}

/**
 * Sets the installation up through its link: the administrator, the cluster and a manager's seat in it, in one transaction;
 * then signs in. Faults as `findLink`, CONFLICT ALREADY_SET_UP, and BAD_REQUEST with field `password`.
 */
export async function completeSetup(parts: Parts, visitor: Visitor, input: SetupInput): Promise<void> {
  await countAttempts(parts.db, [{ kind: "link-address", subject: visitor.address }]);
  const link = await findLink(parts.db.read, input.token, parts.clock());
  if (link.kind !== "setup")
    throw new Fault("NOT_FOUND", "LINK_UNKNOWN", {
      message: "This link is not one of ours. Please check that it is complete.",
    });
  await demandUsablePassword(parts.db.read, "password", input.password, [
    input.email,
    input.name,
    input.clusterName,
    input.clusterShortName ?? "",
  ]);
  const hash = await hashPassword(parts, input.password);
  const [userId, clusterId] = [parts.ids(), parts.ids()];
  await parts.db.transact({ userId, actingForId: clusterId }, async (tx) => {
    await useLink(tx, link);
    if (!(await needsSetup(tx)))
      throw new Fault("CONFLICT", "ALREADY_SET_UP", { message: "Somebody has set this installation up already." });
    await insertAdministrator(tx, userId, input, hash);
    await insertCluster(tx, clusterId, input);
    await insertSeat(tx, userId, clusterId);
    await tx.insert(settings).values({ name: "installation-name", value: input.clusterShortName ?? input.clusterName });
  });
  await openSession(parts, visitor, input.email, input.password);
}

async function insertAdministrator(
  tx: Tx,
  id: string,
  { name, email, language }: SetupInput,
  hash: string,
): Promise<void> {
  const at = new Date(tx.now);
  const person = { name, email, language, isAdministrator: true, passwordChangedAt: tx.now };
  await tx.insert(users).values({ ...person, id, emailVerified: false, createdAt: at, updatedAt: at });
  await insertCredential(tx, id, hash);
  await tx.record({ entity: "user", entityId: id, action: "created", before: null, after: person });
}

async function insertCluster(
  tx: Tx,
  id: string,
  { clusterName, clusterShortName, country }: SetupInput,
): Promise<void> {
  const facts = {
    kind: "cluster",
    name: clusterName,
    shortName: clusterShortName ?? null,
    country: country ?? null,
  } as const;
  const search = organisationSearchColumns({ ...facts, nativeName: null, city: null, competences: [] });
  await tx
    .insert(organisations)
    .values({ ...facts, ...search, id, competences: [], createdAt: tx.now, updatedAt: tx.now });
  await tx.record({
    entity: "organisation",
    entityId: id,
    action: "created",
    organisationId: id,
    before: null,
    after: facts,
  });
}

async function insertSeat(tx: Tx, userId: string, organisationId: string): Promise<void> {
  const seat = { userId, organisationId, role: "manager" } as const;
  const id = tx.id();
  await tx.insert(seats).values({ ...seat, id, createdAt: tx.now, updatedAt: tx.now });
  await tx.record({ entity: "seat", entityId: id, action: "created", organisationId, before: null, after: seat });
}

import { asc, eq } from "drizzle-orm";

import { Fault } from "#shared/fault.ts";
import { languages } from "#shared/languages.ts";

import { type ReadDb, systemActor } from "#server/db/database.ts";
import { isUniqueViolation } from "#server/db/errors.ts";
import { users } from "#server/db/schema/index.ts";
import type { Parts } from "#server/parts.ts";

import { issueLink } from "./link-service.ts";
import { findPersonByEmail } from "./person-queries.ts";

export type NewUser = { email: string; name: string; isAdministrator: boolean };

/**
 * Makes an account without a password, for the administrator of the computer; returns the token of the link to choose
 * one. Fault CONFLICT EMAIL_TAKEN.
 */
export async function createUser(parts: Parts, { email, name, isAdministrator }: NewUser): Promise<string> {
  return await parts.db.transact(systemActor, async (tx) => {
    const id = tx.id();
    const at = new Date(tx.now);
    const after = { name, email, isAdministrator, language: languages[0] };
    try {
      await tx.insert(users).values({ ...after, id, emailVerified: false, createdAt: at, updatedAt: at });
    } catch (error) {
      if (!isUniqueViolation(error, "users_email")) throw error;
      throw new Fault("CONFLICT", "EMAIL_TAKEN", {
        message: `There is an account with ${email} already.`,
        cause: error,
      });
    }
    await tx.record({ entity: "user", entityId: id, action: "created", before: null, after });
    return await issueLink(tx, "welcome", id);
  });
}

/** The token of a link with which the person chooses a new password. Fault NOT_FOUND for an unknown address. */
export async function issuePasswordLink(parts: Parts, email: string): Promise<string> {
  const person = await findPersonByEmail(parts.db.read, email);
  if (!person) throw new Fault("NOT_FOUND", "NOT_FOUND", { message: `There is no account with ${email}.` });
  return await parts.db.housekeep((tx) => issueLink(tx, "reset", person.id));
}

export type ListedUser = { id: string; email: string; name: string; isAdministrator: boolean; hasPassword: boolean };

/** Every account by its address, for the administrator of the computer. */
export async function listUsers(db: ReadDb, onlyAdministrators = false): Promise<ListedUser[]> {
  const rows = await db
    .select({
      id: users.id,
      email: users.email,
      name: users.name,
      isAdministrator: users.isAdministrator,
      passwordChangedAt: users.passwordChangedAt,
    })
    .from(users)
    .where(onlyAdministrators ? eq(users.isAdministrator, true) : undefined)
    .orderBy(asc(users.email));
  return rows.map(({ passwordChangedAt, ...row }) => ({ ...row, hasPassword: passwordChangedAt !== null }));
}

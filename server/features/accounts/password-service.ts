import { and, eq, sql } from "drizzle-orm";

import { Fault, invalid, notFound, stale } from "#shared/fault.ts";
import type {
  ChangePasswordInput,
  LinkFacts,
  RequestResetInput,
  ResetPasswordInput,
} from "#shared/features/accounts/account.ts";
import type { Language } from "#shared/languages.ts";
import { passwordFault, passwordText } from "#shared/features/accounts/password-rules.ts";

import type { ReadDb, Tx } from "#server/db/database.ts";
import { accounts, users } from "#server/db/schema/index.ts";
import { queueMail } from "#server/mail/mail-queue.ts";
import type { Parts } from "#server/parts.ts";

import { countAttempts, forgiveAttempts } from "./attempt-service.ts";
import { authOf } from "./auth.ts";
import { type AccountLink, endLinksOf, findLink, useLink } from "./link-service.ts";
import { findPerson, namesInUse, type PersonRecord } from "./person-queries.ts";
import { endSessionsOf } from "./session-service.ts";
import { openSession, signInAttempts, type Visitor } from "./sign-in-service.ts";

/**
 * Asks for a mail with a link to a new password. For known and unknown addresses alike one row is written, from which the
 * mail is made after the answer. Fault TOO_MANY_REQUESTS: 3 an hour to the address, 5 from the client's.
 */
export async function requestReset(
  parts: Parts,
  visitor: Visitor,
  { email, language }: RequestResetInput,
): Promise<void> {
  await countAttempts(parts.db, [
    { kind: "mail-recipient", subject: email },
    { kind: "mail-address", subject: visitor.address },
  ]);
  await parts.db.housekeep((tx) => queueMail(tx, { kind: "reset", to: email, language }));
}

/** What an open link is for and whose it is. Faults as `findLink`, and TOO_MANY_REQUESTS for guessing. */
export async function showLink(parts: Parts, visitor: Visitor, token: string): Promise<LinkFacts> {
  await countAttempts(parts.db, [{ kind: "link-address", subject: visitor.address }]);
  const link = await findLink(parts.db.read, token, parts.clock());
  const person = link.userId === null ? null : await findPerson(parts.db.read, link.userId);
  return { kind: link.kind, email: person?.email ?? null, name: person?.name ?? null };
}

/**
 * Sets the password through a one-time link, ends every session and every other link of the person, and signs in.
 * Faults as `findLink`; BAD_REQUEST with field `password` for one that cannot be used (the link stays open).
 */
export async function resetPassword(parts: Parts, visitor: Visitor, input: ResetPasswordInput): Promise<void> {
  await countAttempts(parts.db, [{ kind: "link-address", subject: visitor.address }]);
  const link = await findLink(parts.db.read, input.token, parts.clock());
  const person = await ownerOf(parts.db.read, link);
  await demandUsablePassword(parts.db.read, "password", input.password, [person.email, input.name ?? person.name]);
  const hash = await hashPassword(parts, input.password);
  await parts.db.transact({ userId: person.id, actingForId: null }, async (tx) => {
    await useLink(tx, link);
    // Whoever opened the link holds the mailbox.
    await storePassword(tx, person, hash, { name: input.name, language: input.language, emailVerified: true });
  });
  await openSession(parts, visitor, person.email, input.password);
}

/**
 * Changes the password of the signed-in person, ends all sessions and opens a new one here. Faults: BAD_REQUEST with field
 * `currentPassword` WRONG_PASSWORD or `newPassword`; TOO_MANY_REQUESTS as for signing in.
 */
export async function changePassword(parts: Parts, visitor: Visitor, input: ChangePasswordInput): Promise<void> {
  const { person, known } = await provePassword(parts, visitor, "currentPassword", input.currentPassword);
  await demandUsablePassword(parts.db.read, "newPassword", input.newPassword, [person.email, person.name]);
  const hash = await hashPassword(parts, input.newPassword);
  await parts.db.transact({ userId: person.id, actingForId: null }, async (tx) => {
    // Checked outside of the transaction: if it was changed meanwhile, the check counts no more.
    if ((await credentialOf(tx, person.id)) !== known) throw stale(null);
    await endLinksOf(tx, person.id);
    await storePassword(tx, person, hash);
  });
  await openSession(parts, visitor, person.email, input.newPassword);
}

/**
 * Throws unless `typed` is the password of the signed-in person, for what asks for it again. Faults: BAD_REQUEST with
 * `field` WRONG_PASSWORD; TOO_MANY_REQUESTS as for signing in.
 */
export async function demandOwnPassword(parts: Parts, visitor: Visitor, field: string, typed: string): Promise<void> {
  await provePassword(parts, visitor, field, typed);
}

async function provePassword(
  parts: Parts,
  visitor: Visitor,
  field: string,
  typed: string,
): Promise<{ person: PersonRecord; known: string }> {
  const person = visitor.session && (await findPerson(parts.db.read, visitor.session.userId));
  if (!person) throw notFound();
  const attempts = signInAttempts(visitor, person.email);
  await countAttempts(parts.db, attempts);
  const known = await credentialOf(parts.db.read, person.id);
  const { password } = await (await authOf(parts)).$context;
  if (known === null || !(await password.verify({ hash: known, password: passwordText(typed) })))
    throw invalid(field, "WRONG_PASSWORD");
  await forgiveAttempts(parts.db, attempts);
  return { person, known };
}

/** The scrypt hash of a password as the account library stores it. */
export async function hashPassword(parts: Parts, typed: string): Promise<string> {
  const { password } = await (await authOf(parts)).$context;
  return password.hash(passwordText(typed));
}

/** Throws BAD_REQUEST naming `field` for a password that is too short, too long or too common, also by the names in use. */
export async function demandUsablePassword(
  db: ReadDb,
  field: string,
  typed: string,
  own: readonly string[],
): Promise<void> {
  const fault = passwordFault(typed, [...own.flatMap((text) => text.split("@")), ...(await namesInUse(db))]);
  if (fault) throw invalid(field, fault);
}

async function ownerOf(db: ReadDb, link: AccountLink): Promise<PersonRecord> {
  const person = link.userId === null ? null : await findPerson(db, link.userId);
  if (!person)
    throw new Fault("NOT_FOUND", "LINK_UNKNOWN", {
      message: "This link is not one of ours. Please check that it is complete.",
    });
  return person;
}

const ownCredential = (userId: string) => and(eq(accounts.userId, userId), eq(accounts.providerId, "credential"));

async function credentialOf(db: ReadDb, userId: string): Promise<string | null> {
  const [row] = await db.select({ password: accounts.password }).from(accounts).where(ownCredential(userId));
  return row?.password ?? null;
}

type Beside = { name?: string | undefined; language?: Language | undefined; emailVerified?: true };

/** Stores a hash as the person's password, ends the sessions, and tells the person when it was a change. */
export async function storePassword(tx: Tx, person: PersonRecord, hash: string, beside: Beside = {}): Promise<void> {
  const at = new Date(tx.now);
  const changed = await tx
    .update(accounts)
    .set({ password: hash, updatedAt: at })
    .where(ownCredential(person.id))
    .returning({ id: accounts.id });
  if (changed.length === 0) await insertCredential(tx, person.id, hash);
  const after = {
    name: beside.name ?? person.name,
    language: beside.language ?? person.language,
    passwordChangedAt: tx.now,
  };
  await tx
    .update(users)
    .set({ ...beside, ...after, updatedAt: at, version: sql`${users.version} + 1` })
    .where(eq(users.id, person.id));
  await endSessionsOf(tx, person.id);
  if (person.passwordChangedAt !== null)
    await queueMail(tx, { kind: "password-changed", to: person.email, language: person.language ?? "en" });
  const before = { name: person.name, language: person.language, passwordChangedAt: person.passwordChangedAt };
  await tx.record({ entity: "user", entityId: person.id, action: "password-changed", before, after });
}

/** Gives a person a password for signing in. */
export async function insertCredential(tx: Tx, userId: string, hash: string): Promise<void> {
  const at = new Date(tx.now);
  await tx.insert(accounts).values({
    id: tx.id(),
    accountId: userId,
    providerId: "credential",
    userId,
    password: hash,
    createdAt: at,
    updatedAt: at,
  });
}

import { and, eq, isNull } from "drizzle-orm";

import { Fault, notFound, stale } from "#shared/fault.ts";
import type { Person } from "#shared/features/members/standing.ts";
import type { PicturePartInput, Picture, RevokePartInput, SharePartInput } from "#shared/features/part/part.ts";
import { mayReport } from "#shared/features/reporting/update-policy.ts";
import type { Language } from "#shared/languages.ts";

import type { Database, Tx } from "#server/db/database.ts";
import { isUniqueViolation } from "#server/db/errors.ts";
import { partLinks } from "#server/db/schema/index.ts";
import { countAttempts } from "#server/features/accounts/attempt-service.ts";
import { findPerson, findPersonByEmail } from "#server/features/accounts/person-queries.ts";
import { insertPerson } from "#server/features/accounts/seat-service.ts";
import { demand, loadMembership } from "#server/features/members/membership.ts";
import {
  makePartLink,
  newPartToken,
  type PartOfPeriod,
  writesFor,
} from "#server/features/reporting/part-link-service.ts";
import { queueMail } from "#server/mail/mail-queue.ts";

import { loadSharedPart, type SharedPart } from "./part-share-queries.ts";

type Sharer = { name: string; language: Language | null };
type LinkRow = typeof partLinks.$inferSelect;

/** Counts a mail to a colleague before it is caused, for those who may cause one. Faults: NOT_FOUND, FORBIDDEN, TOO_MANY_REQUESTS. */
export async function countPartMail(db: Database, person: Person, input: SharePartInput): Promise<void> {
  await loadSharedPart(db.read, person, input);
  await countAttempts(db, [
    { kind: "mail-recipient", subject: input.email },
    { kind: "mail-sender", subject: person.userId },
  ]);
}

/**
 * Asks a colleague to report the own part of a period: whoever has the address gets a mail with a personal link; an
 * unknown address becomes a person without password and without seat. The answer is the same for every address.
 * Faults: NOT_FOUND, FORBIDDEN, CONFLICT PERIOD_LOCKED.
 */
export async function sharePart(
  tx: Tx,
  person: Person,
  sharer: Sharer,
  input: SharePartInput,
): Promise<{ accepted: true }> {
  const part = await loadSharedPart(tx, person, input);
  const language = sharer.language ?? "en";
  const known = await findPersonByEmail(tx, input.email);
  const userId = known?.id ?? (await insertPerson(tx, input.email, language, input.name));
  const hasRight = await writesFor(tx, userId, part.organisationId);
  // The mail gets a token of its own when it leaves; until then nobody has this one.
  const link = await addLink(tx, part, {
    userId,
    kind: "mail",
    token: newPartToken(),
    createdById: person.userId,
    namedById: hasRight ? null : person.userId,
  });
  await queueMail(tx, {
    kind: "part-link",
    to: input.email,
    language,
    params: {
      linkId: link.id,
      name: input.name,
      inviter: sharer.name,
      organisation: part.organisationName,
      project: part.projectAcronym,
      period: String(part.periodNumber),
      due: part.dueOn,
    },
  });
  return { accepted: true };
}

/** Makes an own link with the token the page drew, to be shown as a picture. Faults: NOT_FOUND, FORBIDDEN, CONFLICT. */
export async function picturePart(tx: Tx, person: Person, input: PicturePartInput): Promise<Picture> {
  const part = await loadSharedPart(tx, person, input);
  const self = await findPerson(tx, person.userId);
  const { token } = input;
  const link = { userId: person.userId, kind: "picture", token, createdById: person.userId, namedById: null } as const;
  const { expiresAt } = await addLink(tx, part, link);
  const { organisationName, projectAcronym, projectTitle, periodNumber, dueOn } = part;
  const personName = self?.name ?? "";
  return { organisationName, projectAcronym, projectTitle, personName, periodNumber, dueOn, expiresAt };
}

type Made = Pick<LinkRow, "userId" | "kind" | "createdById" | "namedById"> & { token: string };

async function addLink(tx: Tx, part: SharedPart, made: Made): Promise<LinkRow> {
  const { projectId, participantId, periodId } = part;
  try {
    const link = await makePartLink(tx, { projectId, participantId, periodId, ...made });
    if (!link)
      throw new Fault("CONFLICT", "PERIOD_LOCKED", { message: "The period is closed; it takes nothing any more." });
    await recordLink(tx, part, link, "created");
    return link;
  } catch (error) {
    if (!isUniqueViolation(error, "part_links_token")) throw error;
    throw new Fault("CONFLICT", "TOKEN_TAKEN", { cause: error });
  }
}

/** Ends a person's links to a part: the given one and every other of the same period. Faults: NOT_FOUND, FORBIDDEN, STALE. */
export async function revokePart(tx: Tx, person: Person, input: RevokePartInput): Promise<null> {
  const [link] = await tx.select().from(partLinks).where(eq(partLinks.id, input.id));
  if (!link) throw notFound();
  const membership = await loadMembership(tx, person, link.projectId);
  // Whether another member shares its part with anybody is its own affair: not even the coordinator learns it.
  if (!membership.participantIds.includes(link.participantId)) throw notFound();
  demand(mayReport(membership, link));
  if (link.version !== input.version) throw stale({ id: link.id, version: link.version });
  const part: PartOfPeriod = link;
  const ended = await tx
    .update(partLinks)
    .set({ revokedAt: tx.now, version: link.version + 1, updatedAt: tx.now })
    .where(
      and(
        eq(partLinks.participantId, part.participantId),
        eq(partLinks.periodId, part.periodId),
        eq(partLinks.userId, part.userId),
        isNull(partLinks.revokedAt),
      ),
    )
    .returning();
  if (ended.length === 0) throw stale({ id: link.id, version: link.version });
  const organisationId = membership.organisationId ?? "";
  for (const row of ended) await recordLink(tx, { ...row, organisationId }, row, "revoked");
  return null;
}

async function recordLink(
  tx: Tx,
  { projectId, organisationId }: { projectId: string; organisationId: string },
  { id, userId, kind, periodId, expiresAt, revokedAt }: LinkRow,
  action: "created" | "revoked",
): Promise<void> {
  const facts = { userId, kind, periodId, expiresAt };
  await tx.record({
    entity: "part-link",
    entityId: id,
    action,
    projectId,
    organisationId,
    confidentialTo: organisationId,
    before: action === "created" ? null : { ...facts, revokedAt: null },
    after: { ...facts, revokedAt },
  });
}

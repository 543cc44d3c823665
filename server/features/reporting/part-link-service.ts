import { createHash, randomBytes } from "node:crypto";

import { and, desc, eq, gt, isNotNull, isNull } from "drizzle-orm";

import { addDays } from "#shared/dates.ts";
import type { PartLinkKind } from "#shared/features/reporting/request-words.ts";

import type { HousekeepingTx, ReadDb } from "#server/db/database.ts";
import { participants, partLinks, periods, seats } from "#server/db/schema/index.ts";

const day = 86_400_000;
/** How long after the due day a link opens a period that stays open, in days. */
const daysAfterDue = 60;
/** How long a link opens at least, however late it is asked for, in ms. */
const leastLifeMs = 14 * day;

export type PartOfPeriod = { projectId: string; participantId: string; periodId: string; userId: string };

type LinkRow = typeof partLinks.$inferSelect;

type NewPartLink = PartOfPeriod & {
  token: string;
  kind: PartLinkKind;
  /** Who asked for it; null for the reporting cycle. */
  createdById?: string | null;
  /** The writer of the member that names the person as a colleague; without it the person needs an own seat or an earlier naming. */
  namedById?: string | null;
};

/** SHA-256 of a token, as it is stored. */
export function hashOfPartToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** A new token: a letter first, for one of digits alone would be read as a number out of an address, and 192 random bits. */
export function newPartToken(): string {
  return `p${randomBytes(24).toString("base64url")}`;
}

/**
 * Makes a personal link to one member's part of one period and returns its token, of which only the hash is stored; the
 * page is `/part#<token>`. To be called when a mail leaves, never to show the token to anybody else. Null, and nothing
 * made, when there is no such part (unknown or locked period, participation not accepted), or the person neither writes
 * for the member now nor was named for this very part by somebody who does.
 */
export async function issuePartLink(tx: HousekeepingTx, link: Omit<NewPartLink, "token">): Promise<string | null> {
  const token = newPartToken();
  return (await makePartLink(tx, { ...link, token })) === null ? null : token;
}

/** As `issuePartLink` for a token that was drawn elsewhere; answers the row. Unique violation when the token is taken. */
export async function makePartLink(
  tx: HousekeepingTx,
  { token, kind, createdById = null, namedById = null, ...part }: NewPartLink,
): Promise<LinkRow | null> {
  const opened = await findOpenPart(tx, part);
  if (!opened) return null;
  const namer = await findRight(tx, part, namedById, opened.organisationId);
  if (namer === undefined) return null;
  const afterDue = Date.parse(`${addDays(opened.dueOn, daysAfterDue + 1)}T00:00:00Z`);
  const [row] = await tx
    .insert(partLinks)
    .values({
      ...part,
      id: tx.id(),
      kind,
      tokenHash: hashOfPartToken(token),
      expiresAt: Math.max(afterDue, tx.now + leastLifeMs),
      createdById,
      namedById: namer,
      createdAt: tx.now,
      updatedAt: tx.now,
    })
    .returning();
  return row ?? null;
}

/**
 * Gives the link a mail was queued for the token that leaves with it; an earlier copy of the mail opens nothing any more.
 * Null when the link was ended meanwhile or is not this person's.
 */
export async function renewPartToken(tx: HousekeepingTx, linkId: string, userId: string): Promise<string | null> {
  const token = newPartToken();
  const renewed = await tx
    .update(partLinks)
    .set({ tokenHash: hashOfPartToken(token) })
    .where(
      and(
        eq(partLinks.id, linkId),
        eq(partLinks.userId, userId),
        isNull(partLinks.revokedAt),
        gt(partLinks.expiresAt, tx.now),
      ),
    )
    .returning({ id: partLinks.id });
  return renewed.length === 0 ? null : token;
}

/** Null: the own seat gives the right; an id: that writer's naming does; undefined: nothing does. */
async function findRight(
  db: ReadDb,
  part: PartOfPeriod,
  namedById: string | null,
  organisationId: string,
): Promise<string | null | undefined> {
  if (namedById !== null) return (await writesFor(db, namedById, organisationId)) ? namedById : undefined;
  if (await writesFor(db, part.userId, organisationId)) return null;
  return findNamer(db, part, organisationId);
}

/** The member and the due day of a part that takes reports now, or null. */
async function findOpenPart(db: ReadDb, { projectId, participantId, periodId }: PartOfPeriod) {
  const [found] = await db
    .select({ organisationId: participants.organisationId, dueOn: periods.dueOn })
    .from(participants)
    .innerJoin(periods, and(eq(periods.id, periodId), eq(periods.projectId, participants.projectId)))
    .where(
      and(
        eq(participants.id, participantId),
        eq(participants.projectId, projectId),
        eq(participants.state, "accepted"),
        isNull(periods.lockedAt),
      ),
    );
  return found ?? null;
}

/** Whether the person holds a writing seat of the organisation now. */
export async function writesFor(db: ReadDb, userId: string, organisationId: string): Promise<boolean> {
  const [seat] = await db
    .select({ role: seats.role })
    .from(seats)
    .where(and(eq(seats.userId, userId), eq(seats.organisationId, organisationId)));
  return seat !== undefined && seat.role !== "viewer";
}

/** Who named the person for this part by a link that is not revoked and still writes for the member; undefined: nobody. */
async function findNamer(db: ReadDb, part: PartOfPeriod, organisationId: string): Promise<string | undefined> {
  const rows = await db
    .select({ namedById: partLinks.namedById })
    .from(partLinks)
    .where(
      and(
        eq(partLinks.participantId, part.participantId),
        eq(partLinks.periodId, part.periodId),
        eq(partLinks.userId, part.userId),
        isNotNull(partLinks.namedById),
        isNull(partLinks.revokedAt),
      ),
    )
    .orderBy(desc(partLinks.createdAt));
  for (const { namedById } of rows) {
    if (namedById !== null && (await writesFor(db, namedById, organisationId))) return namedById;
  }
  return undefined;
}

import { createHash, randomBytes } from "node:crypto";

import { and, desc, eq, isNotNull, isNull } from "drizzle-orm";

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

type NewPartLink = PartOfPeriod & {
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

/**
 * Makes a personal link to one member's part of one period and returns its token (192 random bits), of which only the
 * hash is stored; the page is `/part#<token>`. To be called when a mail leaves, never to show the token to anybody else.
 * Null, and nothing made, when there is no such part (unknown or locked period, participation not accepted), or the
 * person neither writes for the member now nor was named for this very part by somebody who does.
 */
export async function issuePartLink(tx: HousekeepingTx, link: NewPartLink): Promise<string | null> {
  const made = await makePartLink(tx, link);
  return made?.token ?? null;
}

/** As `issuePartLink`, with the row beside the token for whoever records it. */
export async function makePartLink(
  tx: HousekeepingTx,
  { kind, createdById = null, namedById = null, ...part }: NewPartLink,
): Promise<{ token: string; row: typeof partLinks.$inferSelect } | null> {
  const opened = await findOpenPart(tx, part);
  if (!opened) return null;
  const naming = namedById ?? ((await writesFor(tx, part.userId, opened.organisationId)) ? null : undefined);
  const namer = naming === undefined ? await findNamer(tx, part, opened.organisationId) : naming;
  if (namer === undefined) return null;
  // A letter first: a token of digits alone would be read as a number out of an address.
  const token = `p${randomBytes(24).toString("base64url")}`;
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
  return row ? { token, row } : null;
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

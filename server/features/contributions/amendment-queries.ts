import { aliasedTable, and, asc, eq } from "drizzle-orm";

import { notFound } from "#shared/fault.ts";
import {
  mayAnswerAmendment,
  mayCounterAmendment,
  mayWithdrawAmendment,
} from "#shared/features/contributions/amendment-policy.ts";
import { compareTerms, type Delivered, shortOfDelivered } from "#shared/features/contributions/amendment-rules.ts";
import type { AmendmentView, OpenAmendment } from "#shared/features/contributions/amendment.ts";
import type { Terms } from "#shared/features/contributions/contribution.ts";
import type { ContributionState } from "#shared/features/contributions/contribution-words.ts";
import type { Person, Standing } from "#shared/features/members/standing.ts";

import type { ReadDb } from "#server/db/database.ts";
import { amendments, organisations, users } from "#server/db/schema/index.ts";

import { openLine, type OpenedLine } from "./line-queries.ts";

export type AmendmentRow = typeof amendments.$inferSelect;

/** A proposed change as services work on it, with its line. */
export type OpenedAmendment = { amendment: AmendmentRow; opened: OpenedLine };

/** Loads a proposed change for a write. Faults: NOT_FOUND, alike for an unknown one and for one of a line not to be seen. */
export async function openAmendment(db: ReadDb, person: Person, id: string): Promise<OpenedAmendment> {
  const [amendment] = await db.select().from(amendments).where(eq(amendments.id, id));
  if (!amendment) throw notFound();
  return { amendment, opened: await openLine(db, person, amendment.contributionId) };
}

/** The change of a line that waits for an answer, or null. */
export async function openAmendmentOf(db: ReadDb, contributionId: string): Promise<AmendmentRow | null> {
  const [found] = await db
    .select()
    .from(amendments)
    .where(and(eq(amendments.contributionId, contributionId), eq(amendments.state, "open")));
  return found ?? null;
}

const answerers = aliasedTable(users, "answerers");

/** Every proposed change of a line this person sees, in order; the caller has judged whether the line is seen. */
export function amendmentsOf(db: ReadDb, contributionId: string): Promise<AmendmentView[]> {
  return db
    .select({
      id: amendments.id,
      version: amendments.version,
      number: amendments.number,
      side: amendments.side,
      kind: amendments.kind,
      effortPmHundredths: amendments.effortPmHundredths,
      quantity: amendments.quantity,
      unit: amendments.unit,
      valueCents: amendments.valueCents,
      basis: amendments.basis,
      basisNote: amendments.basisNote,
      fromMonth: amendments.fromMonth,
      toMonth: amendments.toMonth,
      reason: amendments.reason,
      state: amendments.state,
      answer: amendments.answer,
      byName: users.name,
      byOrganisationName: organisations.name,
      at: amendments.createdAt,
      answeredAt: amendments.answeredAt,
      answeredByName: answerers.name,
    })
    .from(amendments)
    .leftJoin(users, eq(users.id, amendments.byUserId))
    .leftJoin(answerers, eq(answerers.id, amendments.answeredById))
    .leftJoin(organisations, eq(organisations.id, amendments.byOrganisationId))
    .where(eq(amendments.contributionId, contributionId))
    .orderBy(asc(amendments.number));
}

type ComparedLine = Terms & Delivered & { participantId: string; state: ContributionState };

/** The open one of these changes beside the agreed figures, with what this person may answer; null when none is open. */
export function compareOpen(
  standing: Standing,
  line: ComparedLine,
  views: readonly AmendmentView[],
): OpenAmendment | null {
  const view = views.find(({ state }) => state === "open");
  if (!view) return null;
  const after = view.kind === "withdrawal" ? null : view;
  const mayAnswer = mayAnswerAmendment(standing, line, view);
  return {
    ...view,
    comparison: compareTerms(line, after),
    belowDelivered: shortOfDelivered(after, line),
    may: {
      agree: mayAnswer,
      decline: mayAnswer,
      counter: mayCounterAmendment(standing, line, view),
      withdraw: mayWithdrawAmendment(standing, line, view),
    },
  };
}

import { and, desc, eq, ne } from "drizzle-orm";

import type { UndoRule } from "#server/changes/undo-rule.ts";
import type { ReadDb } from "#server/db/database.ts";
import { type RowStore, rowStore } from "#server/db/row-store.ts";
import { amendments, contributions } from "#server/db/schema/index.ts";
import { demand } from "#server/features/members/membership.ts";
import { forbidden } from "#shared/fault.ts";
import { isBothSides, mayWithdrawAmendment } from "#shared/features/contributions/amendment-policy.ts";
import { offerSideOf } from "#shared/features/contributions/contribution-policy.ts";

import { type AmendmentRow, openAmendmentOf } from "./amendment-queries.ts";
import { openLine, type OpenedLine } from "./line-queries.ts";

/** The newest proposed change of a line; the history files all of them under the line. */
async function latestOf(db: ReadDb, lineId: string): Promise<AmendmentRow | null> {
  const [row] = await db
    .select()
    .from(amendments)
    .where(eq(amendments.contributionId, lineId))
    .orderBy(desc(amendments.number))
    .limit(1);
  return row ?? null;
}

const byId = rowStore(amendments);

/** The newest change of a line, read and written by the id of the line. */
const store: RowStore = {
  columns: byId.columns,
  blank: byId.blank,
  async find(db, lineId) {
    const row = await latestOf(db, lineId);
    return row && { ...row, id: lineId };
  },
  async insert(tx, row) {
    await byId.insert(tx, { ...row, id: tx.id(), contributionId: row.id });
  },
  async change(tx, lineId, values) {
    const row = await latestOf(tx, lineId);
    if (row) await byId.change(tx, row.id, { ...values, id: row.id });
  },
  async remove(tx, lineId) {
    const row = await latestOf(tx, lineId);
    if (row) await byId.remove(tx, row.id);
  },
};

/**
 * Proposed changes of agreed lines: proposing, rewording and taking back are undone by the side that did them while nobody
 * answered. An answer is never undone, but the coordinator's change of its own line goes back with the figures of the line.
 */
export const amendmentUndo: UndoRule = {
  store,
  final: ["agreed", "countered", "declined"],
  isWhole: true,
  fields: [
    "number",
    "side",
    "kind",
    "state",
    "effortPmHundredths",
    "quantity",
    "unit",
    "valueCents",
    "basis",
    "basisNote",
    "fromMonth",
    "toMonth",
    "answeredAt",
    "answeredById",
  ],
  async demand(tx, { from, to, step }, { person }) {
    const opened = await openLine(tx, person, step.entityId);
    if (!mayDo(opened, from as AmendmentRow | null, to as AmendmentRow | null)) throw forbidden();
    demand(offerSideOf(opened.membership, opened.line.participantId) !== null);
  },
  async obstacle(tx, { step, now, goal }) {
    if (goal?.["state"] !== "open" || now?.["state"] === "open") return null;
    const [line] = await tx.select().from(contributions).where(eq(contributions.id, step.entityId));
    if (!line) return "gone";
    if (line.state !== "agreed") return "changed";
    return (await openAmendmentOf(tx, step.entityId)) === null ? null : "present";
  },
  async confidentialTo(tx, { step }) {
    const isConfided = and(eq(contributions.id, step.entityId), ne(contributions.confidentiality, "consortium"));
    const [line] = await tx.select({ id: contributions.id }).from(contributions).where(isConfided);
    return line ? step.organisationId : null;
  },
};

/** `from` and `to` go forward, as the act did; null: there was no change yet. */
function mayDo({ membership, line }: OpenedLine, from: AmendmentRow | null, to: AmendmentRow | null): boolean {
  if (!to || (from && from.state !== "open")) return false;
  if (to.state === "agreed") return from === null && isBothSides(membership, line);
  return mayWithdrawAmendment(membership, line, { side: to.side, state: "open" });
}

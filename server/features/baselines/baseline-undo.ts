import { and, eq, isNull } from "drizzle-orm";

import type { UndoRule } from "#server/changes/undo-rule.ts";
import { type RowStore, rowStore } from "#server/db/row-store.ts";
import { baselines } from "#server/db/schema/index.ts";
import { demand, loadMembership } from "#server/features/members/membership.ts";
import { mayFreezePlan, mayRemoveBaseline } from "#shared/features/baselines/baseline-policy.ts";
import type { BaselineKind } from "#shared/features/baselines/baseline-words.ts";

const whole = rowStore(baselines);
const kept = new Set(["content", "contentHash", "removedAt"]);

/** Baselines for undo and the bin: one that is removed keeps its row, and what is frozen in it is never written again. */
const store: RowStore = {
  columns: new Set([...whole.columns].filter((name) => !kept.has(name))),
  blank: Object.fromEntries(Object.entries(whole.blank).filter(([name]) => !kept.has(name))),
  async find(db, id) {
    const row = await whole.find(db, id);
    if (row === null || row["removedAt"] !== null) return null;
    const { content: _content, contentHash: _hash, removedAt: _removed, ...told } = row;
    return told;
  },
  async insert(tx, { id, version }) {
    await tx.update(baselines).set({ removedAt: null, version }).where(eq(baselines.id, id));
  },
  async change(tx, id, values) {
    const { note, decidedOn, inForceOn, version, updatedAt } = values as Partial<typeof baselines.$inferSelect>;
    await tx
      .update(baselines)
      .set({ note, decidedOn, inForceOn, version, updatedAt })
      .where(and(eq(baselines.id, id), isNull(baselines.removedAt)));
  },
  async remove(tx, id) {
    await tx.update(baselines).set({ removedAt: tx.now }).where(eq(baselines.id, id));
  },
};

/** Freezing under a name, days and notes can be taken back; what a change of status froze stays. */
export const baselineUndo: UndoRule = {
  store,
  carriers: ["projectId"],
  isBinned: true,
  async demand(tx, { from, to, step }, { person }) {
    const membership = await loadMembership(tx, person, step.projectId ?? "");
    const kind = (from ?? to)?.["kind"] as BaselineKind;
    // Also who froze it under a name takes that back as a removal: only the coordinator leaves the project without it.
    const isRemoval = (from === null || to === null) && kind === "named";
    demand(isRemoval ? mayRemoveBaseline(membership, { kind }) : mayFreezePlan(membership));
  },
  stays: ({ before, after }) => before === null && after?.["kind"] === "status",
};

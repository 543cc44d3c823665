import { eq } from "drizzle-orm";

import type { UndoRule, Values } from "#server/changes/undo-rule.ts";
import type { ReadDb, Tx } from "#server/db/database.ts";
import { type RowStore, rowStore, type StoredRow } from "#server/db/row-store.ts";
import { budgetLines, budgetSettings, budgetTerms, participants, streams } from "#server/db/schema/index.ts";
import { demand, loadMembership } from "#server/features/members/membership.ts";
import { mayKeepBudget, mayPlanBudget } from "#shared/features/budget/budget-policy.ts";

const lineStore = rowStore(budgetLines);
const settingsColumns = ["action", "flatRates", "funds"];
const termsColumns = ["requestedCents", "otherIncomeCents", "flatRates"];
const bookkeeping = ["version", "createdAt", "updatedAt"];

/** Costs have ids of their own; terms go by their participant's, settings by their project's. */
const budgetStore: RowStore = {
  columns: new Set([...lineStore.columns, ...settingsColumns, ...termsColumns]),
  blank: {},
  async find(db, id) {
    return (await lineStore.find(db, id)) ?? (await termsAt(db, id)) ?? (await settingsAt(db, id));
  },
  async insert(tx, row) {
    if (isLine(row))
      return await lineStore.insert(tx, { ...lineStore.blank, ...only(row, [...lineStore.columns]) } as StoredRow);
    if (typeof row["participantId"] === "string") {
      const values = {
        requestedCents: null,
        flatRates: null,
        ...only(row, ["projectId", ...termsColumns, ...bookkeeping]),
      };
      await tx.insert(budgetTerms).values({ ...values, participantId: row.id } as never);
      return;
    }
    const values = { action: null, ...only(row, [...settingsColumns, ...bookkeeping]), projectId: row.id };
    await tx.insert(budgetSettings).values(values as never);
  },
  async change(tx, id, values) {
    if (await lineStore.find(tx, id)) return await lineStore.change(tx, id, only(values, [...lineStore.columns]));
    const terms = only(values, [...termsColumns, ...bookkeeping]);
    if (await termsAt(tx, id)) await tx.update(budgetTerms).set(terms).where(eq(budgetTerms.participantId, id));
    else {
      const settings = only(values, [...settingsColumns, ...bookkeeping]);
      await tx.update(budgetSettings).set(settings).where(eq(budgetSettings.projectId, id));
    }
  },
  async remove(tx, id) {
    await lineStore.remove(tx, id);
    await tx.delete(budgetTerms).where(eq(budgetTerms.participantId, id));
    await tx.delete(budgetSettings).where(eq(budgetSettings.projectId, id));
  },
};

const isLine = (row: Values | null) => row?.["unitPriceCents"] !== undefined && row["unitPriceCents"] !== null;

/** Costs, terms and settings of a budget: taken back by whoever may make them now. */
export const budgetUndo: UndoRule = {
  store: budgetStore,
  carriers: ["projectId", "participantId"],
  isBinned: true,
  async demand(tx, { from, to, step }, { person }) {
    const membership = await loadMembership(tx, person, step.projectId ?? "");
    const participantId = (from ?? to)?.["participantId"];
    if (typeof participantId === "string") demand(mayKeepBudget(membership, participantId));
    else demand(mayPlanBudget(membership));
  },
  async obstacle(tx, { goal }, { restoring }) {
    const participantId = goal?.["participantId"];
    if (typeof participantId !== "string" || restoring.has(participantId)) return null;
    const [row] = await tx.select({ id: participants.id }).from(participants).where(eq(participants.id, participantId));
    return row ? null : "gone";
  },
  async fit(tx, { goal }, { restoring }) {
    const streamId = goal["streamId"];
    if (typeof streamId !== "string" || restoring.has(streamId)) return {};
    const [row] = await tx.select({ id: streams.id }).from(streams).where(eq(streams.id, streamId));
    return row ? {} : { streamId: null };
  },
  async confidentialTo(_tx, { step, now, goal }) {
    return isLine(now ?? goal) || (now ?? goal)?.["participantId"] === undefined ? null : step.organisationId;
  },
};

async function termsAt(db: ReadDb | Tx, id: string): Promise<StoredRow | null> {
  const [row] = await db.select().from(budgetTerms).where(eq(budgetTerms.participantId, id));
  return row ? { ...row, id } : null;
}

async function settingsAt(db: ReadDb | Tx, id: string): Promise<StoredRow | null> {
  const [row] = await db.select().from(budgetSettings).where(eq(budgetSettings.projectId, id));
  return row ? { ...row, id } : null;
}

function only(values: Values, names: readonly string[]): Values {
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)));
}

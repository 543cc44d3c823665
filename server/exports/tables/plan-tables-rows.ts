import { eq } from "drizzle-orm";

import { productOf } from "#shared/features/budget/figure.ts";
import { categoryUnder } from "#shared/features/budget/category-rules.ts";
import type { BudgetItem } from "#shared/features/budget/budget.ts";
import type { HorizonTableKey } from "#shared/features/exports/export-words.ts";
import type { PlanTables, TableCosts, TableEffort } from "#shared/features/exports/plan-tables.ts";
import { tellMatrix } from "#shared/features/matrix/matrix-rules.ts";
import { isMember } from "#shared/features/members/standing.ts";
import { mayReadRisks } from "#shared/features/risks/risk-policy.ts";

import type { ReadDb } from "#server/db/database.ts";
import { deliverables, risks, tasks } from "#server/db/schema/index.ts";
import { budgetPlanOf } from "#server/features/budget/budget-queries.ts";
import type { Membership } from "#server/features/members/membership.ts";

import { projectRows, type ProjectRows } from "../project-rows.ts";
import type { Sight } from "../sight.ts";

/**
 * Collects what the tables are drawn from, cut down to a sight: lines by its rules, sums by the matrix's and the budget's
 * (security.md, R-A12). Call it inside `db.snapshot`. Faults: NOT_FOUND.
 */
export async function collectPlanTables(
  db: ReadDb,
  membership: Membership,
  sight: Sight,
  keys: readonly HorizonTableKey[],
): Promise<PlanTables> {
  const rows = await projectRows(db, membership.projectId);
  const known = participantsOf(rows, sight);
  const seesRisks = sight.audience !== "public" && mayReadRisks(membership);
  return {
    keys: [...keys],
    participants: known,
    streams: streamsOf(rows, new Set(known.map(({ participantId }) => participantId))),
    ...(await worksOf(db, rows, new Set(known.map(({ participantId }) => participantId)))),
    milestones: rows.milestones.map(({ number, title, streamIds, dueMonth, verification }) => ({
      number,
      title,
      streams: codesOf(rows, streamIds),
      dueMonth,
      verification,
    })),
    risks: seesRisks ? await risksOf(db, rows) : null,
    effort: sight.seesFigures ? effortOf(rows, sight) : null,
    costs: sight.seesFigures ? await costsOf(db, membership, sight) : null,
  };
}

function participantsOf(rows: ProjectRows, sight: Sight): PlanTables["participants"] {
  const organisations = new Map(rows.organisations.map((row) => [row.id, row]));
  // A member that left is named where a line of its own still counts.
  const withLines = new Set(
    rows.contributions
      .filter((line) => line.state === "agreed" && sight.seesLine(line))
      .map((line) => line.participantId),
  );
  return rows.participants
    .filter((row) => row.state === "accepted" || withLines.has(row.id))
    .map((row) => {
      const organisation = organisations.get(row.organisationId);
      const name = organisation?.shortName ?? organisation?.name ?? "";
      return { participantId: row.id, number: row.number, name, isThirdParty: row.role === "third-party" };
    });
}

function streamsOf(rows: ProjectRows, known: ReadonlySet<string>): PlanTables["streams"] {
  return rows.streams.map((row) => ({
    streamId: row.id,
    number: row.number,
    code: row.code,
    title: row.title,
    description: row.description,
    leadId: row.leadParticipantId !== null && known.has(row.leadParticipantId) ? row.leadParticipantId : null,
    startMonth: row.startMonth,
    endMonth: row.endMonth,
  }));
}

function codesOf(rows: ProjectRows, streamIds: readonly string[]): string[] {
  return rows.streams.filter(({ id }) => streamIds.includes(id)).map(({ code }) => code);
}

/** Tasks and deliverables in the order of their numbers, without those that were given up. */
async function worksOf(
  db: ReadDb,
  rows: ProjectRows,
  known: ReadonlySet<string>,
): Promise<Pick<PlanTables, "tasks" | "deliverables" | "leftOut">> {
  const projectId = rows.project.id;
  const numbers = new Map(rows.streams.map(({ id, number }) => [id, number]));
  const lead = (id: string | null) => (id !== null && known.has(id) ? id : null);
  const place = (row: { streamId: string; number: number }) => (numbers.get(row.streamId) ?? 0) * 100_000 + row.number;
  const allTasks = await db.select().from(tasks).where(eq(tasks.projectId, projectId));
  const allDeliverables = await db.select().from(deliverables).where(eq(deliverables.projectId, projectId));
  const shownTasks = allTasks.filter(({ state }) => state !== "dropped");
  const shownDeliverables = allDeliverables.filter(({ state }) => state !== "cancelled");
  return {
    tasks: shownTasks
      .toSorted((left, right) => place(left) - place(right))
      .map(({ streamId, number, title, description, leadParticipantId, participantIds, startMonth, endMonth }) => ({
        streamId,
        code: `T${numbers.get(streamId) ?? 0}.${number}`,
        title,
        description,
        leadId: lead(leadParticipantId),
        participantIds: participantIds.filter((id) => known.has(id)),
        startMonth,
        endMonth,
      })),
    deliverables: shownDeliverables
      .toSorted((left, right) => place(left) - place(right))
      .map(({ streamId, number, title, description, leadParticipantId, type, dissemination, dueMonth }) => ({
        streamId,
        code: `D${numbers.get(streamId) ?? 0}.${number}`,
        title,
        description,
        leadId: lead(leadParticipantId),
        type,
        dissemination,
        dueMonth,
      })),
    leftOut: allTasks.length - shownTasks.length + allDeliverables.length - shownDeliverables.length,
  };
}

async function risksOf(db: ReadDb, rows: ProjectRows): Promise<NonNullable<PlanTables["risks"]>> {
  const found = await db.select().from(risks).where(eq(risks.projectId, rows.project.id)).orderBy(risks.number);
  return found.map(({ number, title, description, likelihood, severity, streamIds, mitigation }) => ({
    number,
    title,
    description,
    likelihood,
    severity,
    streams: codesOf(rows, streamIds),
    mitigation,
  }));
}

function effortOf(rows: ProjectRows, sight: Sight): TableEffort {
  const owners = new Map(rows.participants.map((row) => [row.id, row.organisationId]));
  const entries = rows.contributions
    .filter(({ state, effortPmHundredths }) => state === "agreed" && effortPmHundredths !== null)
    .map((line) => ({
      participantId: line.participantId,
      ownerId: owners.get(line.participantId) ?? line.participantId,
      streamId: line.streamId,
      state: line.state,
      confidentiality: line.confidentiality,
      amount: line.effortPmHundredths,
      hidden: !sight.seesLine(line),
    }));
  const told = tellMatrix(entries, !(sight.seesInside && isMember(sight.standing)));
  return {
    rows: Object.fromEntries([...told.rows].map(([id, sum]) => [id, sum.agreed])),
    columns: Object.fromEntries([...told.columns].map(([id, sum]) => [id ?? "", sum.agreed])),
    cells: told.cells.map(({ participantId, streamId, agreed }) => ({
      participantId,
      streamId: streamId ?? "",
      pmHundredths: agreed,
    })),
    total: told.total.agreed,
  };
}

async function costsOf(db: ReadDb, membership: Membership, sight: Sight): Promise<TableCosts | null> {
  const plan = await budgetPlanOf(db, membership, (line) => sight.seesLine({ ...line, state: "agreed" }));
  const hiddenIds = plan.participants.filter(({ isHidden }) => isHidden).map(({ id }) => id);
  const codes = new Map(plan.streams.map(({ id, code }) => [id, code]));
  const items = plan.items
    .filter(({ participantId }) => !hiddenIds.includes(participantId))
    .flatMap((item) => {
      const found = categoryUnder("horizon-europe-actual", item);
      const cents = centsOf(item);
      if (!("category" in found) || cents === null) return [];
      const { participantId, title, note, streamId } = item;
      const stream = streamId === null ? null : (codes.get(streamId) ?? null);
      return [{ participantId, category: found.category, title, note, stream, cents }];
    });
  return { items, hiddenIds };
}

/** Agreed value of a contribution, or units × price rounded half-up to the cent; null where no value was agreed. */
function centsOf({ kind, cents, units, unitPriceCents }: BudgetItem): number | null {
  if (kind !== null) return cents;
  return units === null || unitPriceCents === null ? null : productOf("total", units, unitPriceCents, "half-up").cents;
}

import type { Tx } from "#server/db/database.ts";
import { freshRow } from "#server/db/fresh-row.ts";
import { baselines, riskReports, risks } from "#server/db/schema/index.ts";
import { hashOfContent, presentContent } from "#server/features/baselines/content-queries.ts";
import { addMonths, monthEndOn } from "#shared/dates.ts";
import { type ContentRow, numberOf, type PlanContent } from "#shared/features/baselines/plan-content.ts";

import { sampleRisks } from "./sample-risks.ts";

type Place = {
  projectId: string;
  startOn: string;
  members: Map<string, string>;
  streamIds: Map<string, string>;
  periodIds: Map<number, string>;
};

/** Writes the risks of the sample and how they stood in its first two periods. */
export async function insertRisks(tx: Tx, { projectId, members, streamIds, periodIds }: Place): Promise<void> {
  for (const [index, { streams, owner, told, ...facts }] of sampleRisks.entries()) {
    const row = {
      ...freshRow(tx),
      ...facts,
      projectId,
      number: index + 1,
      streamIds: streams.flatMap((key) => streamIds.get(key) ?? []),
      ownerParticipantId: owner === null ? null : (members.get(owner) ?? null),
    };
    await tx.insert(risks).values(row);
    await tx.record({ entity: "risk", entityId: row.id, action: "created", projectId, before: null, after: row });
    for (const [at, each] of told.entries()) {
      const periodId = periodIds.get(at + 1);
      if (periodId === undefined) continue;
      const report = { ...freshRow(tx), ...each, riskId: row.id, periodId };
      await tx.insert(riskReports).values(report);
      await tx.record({
        entity: "risk-report",
        entityId: report.id,
        action: "created",
        projectId,
        before: null,
        after: report,
      });
    }
  }
}

/** Writes two frozen plans as they would have stood: at the start of the project, and before its last meeting. */
export async function insertBaselines(tx: Tx, { projectId, startOn }: Place): Promise<void> {
  const now = await presentContent(tx, projectId);
  const meeting = earlier(now, 2);
  const start = earlier(meeting, 4);
  const meetingOn = monthEndOn(startOn, 9);
  await insertBaseline(tx, projectId, start, { number: 1, kind: "status", name: "running", frozenAt: at(startOn) });
  await insertBaseline(tx, projectId, meeting, {
    number: 2,
    kind: "named",
    name: "Steering meeting 3",
    note: "Agreed by all members; the grid connection was still open.",
    frozenAt: at(meetingOn),
    decidedOn: meetingOn,
    inForceOn: addMonths(`${meetingOn.slice(0, 7)}-01`, 1),
  });
}

const at = (day: string) => Date.parse(`${day}T10:00:00Z`);

const months = (row: ContentRow, field: string, by: number): ContentRow => {
  const month = numberOf(row, field);
  return month === null || month - by <= (numberOf(row, "startMonth") ?? 0) ? row : { ...row, [field]: month - by };
};
const value = (row: ContentRow): ContentRow => {
  const cents = numberOf(row, "valueCents");
  return cents === null || cents < 500_000 ? row : { ...row, valueCents: cents - 200_000 };
};

const titlesOf = (rows: ContentRow[] | undefined) => (rows ?? []).map(({ title }) => String(title)).toSorted();

/** The plan as it was before some ends moved and some lines grew; `every` says how many rows stayed. */
function earlier(content: PlanContent, every: number): PlanContent {
  const some = (rows: ContentRow[] | undefined, step: number, change: (row: ContentRow) => ContentRow) => {
    // By title, for ids are drawn by chance.
    const chosen = new Set(titlesOf(rows).filter((_, index) => index % step === 0));
    return (rows ?? []).map((row) => (chosen.has(String(row["title"])) ? change(row) : row));
  };
  const [firstPaper] = titlesOf(content.deliverable);
  return {
    ...content,
    task: some(content.task, every, (row) => months(row, "endMonth", 2)),
    milestone: some(content.milestone, every, (row) => months(row, "dueMonth", 1)),
    deliverable: (content.deliverable ?? []).filter(({ title }) => title !== firstPaper),
    contribution: some(content.contribution, every * 3, value),
  };
}

type Facts = Pick<typeof baselines.$inferInsert, "number" | "kind" | "name" | "frozenAt"> &
  Partial<typeof baselines.$inferInsert>;

async function insertBaseline(tx: Tx, projectId: string, content: PlanContent, facts: Facts): Promise<void> {
  const told = {
    ...freshRow(tx),
    note: "",
    decidedOn: null,
    inForceOn: null,
    byUserId: null,
    removedAt: null,
    ...facts,
    projectId,
  };
  await tx.insert(baselines).values({ ...told, content, contentHash: hashOfContent(content) });
  const action = told.kind === "status" ? "frozen" : "created";
  await tx.record({ entity: "baseline", entityId: told.id, action, projectId, before: null, after: told });
}

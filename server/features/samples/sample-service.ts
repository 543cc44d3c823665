import { and, eq } from "drizzle-orm";

import type { Tx } from "#server/db/database.ts";
import { freshRow } from "#server/db/fresh-row.ts";
import { milestones, organisations, participants, periods, projects, seats, streams } from "#server/db/schema/index.ts";
import { addMonths, dayOf, monthEndOn } from "#shared/dates.ts";
import { Fault } from "#shared/fault.ts";
import { projectSearchTexts } from "#shared/features/projects/project-name-rules.ts";
import { generatePeriods } from "#shared/features/reporting/period-rules.ts";

import { insertBudget } from "./sample-budget-service.ts";
import { insertBaselines, insertRisks } from "./sample-baseline-service.ts";
import { insertLedger } from "./sample-ledger-service.ts";
import { insertOrganisations } from "./sample-organisation-service.ts";
import { sampleEnterprises } from "./sample-organisations.ts";
import { sampleMilestones, sampleProject, sampleStreams } from "./sample-plan.ts";
import { insertTasks } from "./sample-task-service.ts";

/** Organisations whose manager the person becomes, to look at the project from several sides. */
const ownSeats = ["cluster", "therm", "air"];

/**
 * Writes the illustrative project EKOLEND with its cluster, associations and eight enterprises, marked as sample.
 * `userId` (null: nobody, from the command line) gets manager seats in three of them. Faults: SAMPLE_PRESENT.
 */
export async function loadSample(tx: Tx, userId: string | null): Promise<{ projectId: string }> {
  const [present] = await tx.select({ id: projects.id }).from(projects).where(eq(projects.sample, true));
  if (present) throw new Fault("CONFLICT", "SAMPLE_PRESENT", { message: "The sample is already loaded." });
  const startOn = addMonths(`${dayOf(tx.now).slice(0, 7)}-01`, -sampleProject.monthsAgo);
  const byKey = await insertOrganisations(tx);
  if (userId !== null) await giveSeats(tx, userId, byKey);
  const projectId = await insertProject(tx, startOn, byKey.get("cluster") ?? "");
  const members = await insertParticipants(tx, projectId, startOn, byKey);
  const streamIds = await insertStreams(tx, projectId, members);
  await insertTasks(tx, { projectId, startOn, members, streamIds });
  await insertMilestones(tx, projectId, startOn, streamIds);
  const periodIds = await insertPeriods(tx, projectId, startOn);
  await insertBudget(tx, { projectId, members, streamIds, organisationIds: byKey });
  await insertLedger(tx, { projectId, startOn, members, streamIds, periodIds, organisationIds: byKey });
  const place = { projectId, startOn, members, streamIds, periodIds };
  await insertRisks(tx, place);
  await insertBaselines(tx, place);
  return { projectId };
}

async function giveSeats(tx: Tx, userId: string, byKey: Map<string, string>): Promise<void> {
  for (const key of ownSeats) {
    const organisationId = byKey.get(key) ?? "";
    const seat = { ...freshRow(tx), userId, organisationId, role: "manager" as const };
    await tx.insert(seats).values(seat);
    await tx.record({
      entity: "seat",
      entityId: seat.id,
      action: "created",
      organisationId,
      before: null,
      after: seat,
    });
  }
}

async function insertProject(tx: Tx, startOn: string, clusterId: string): Promise<string> {
  const { monthsAgo: _, goals, keywords, ...facts } = sampleProject;
  const row = {
    ...freshRow(tx),
    ...facts,
    goals: [...goals],
    keywords: [...keywords],
    status: "running" as const,
    clusterId,
    startOn,
    ruleBook: "cluster-agreement" as const,
    visibility: "cluster" as const,
    sample: true,
    ...projectSearchTexts({ ...facts, keywords: [...keywords] }),
  };
  await tx.insert(projects).values(row);
  await tx.record({
    entity: "project",
    entityId: row.id,
    action: "created",
    projectId: row.id,
    before: null,
    after: row,
  });
  return row.id;
}

async function insertParticipants(
  tx: Tx,
  projectId: string,
  startOn: string,
  byKey: Map<string, string>,
): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const [index, key] of ["cluster", ...sampleEnterprises.map((row) => row.key)].entries()) {
    const row = {
      ...freshRow(tx),
      projectId,
      organisationId: byKey.get(key) ?? "",
      number: index + 1,
      role: index === 0 ? ("coordinator" as const) : ("beneficiary" as const),
      state: "accepted" as const,
      joinedOn: startOn,
      roleText:
        index === 0
          ? "Coordinates the project for the cluster"
          : `Brings ${sampleEnterprises[index - 1]?.competences[0] ?? ""}`,
    };
    await tx.insert(participants).values(row);
    await tx.record({
      entity: "participant",
      entityId: row.id,
      action: "created",
      projectId,
      organisationId: row.organisationId,
      before: null,
      after: row,
    });
    ids.set(key, row.id);
  }
  return ids;
}

async function insertStreams(tx: Tx, projectId: string, members: Map<string, string>): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const [index, { key, lead, trl, ...stream }] of sampleStreams.entries()) {
    const [trlStart, trlNow, trlTarget] = trl ?? [null, null, null];
    const row = {
      ...freshRow(tx),
      projectId,
      number: index + 1,
      code: `S${index + 1}`,
      ...stream,
      leadParticipantId: members.get(lead) ?? null,
      trlStart,
      trlNow,
      trlTarget,
    };
    await tx.insert(streams).values(row);
    await tx.record({ entity: "stream", entityId: row.id, action: "created", projectId, before: null, after: row });
    ids.set(key, row.id);
  }
  return ids;
}

async function insertMilestones(
  tx: Tx,
  projectId: string,
  startOn: string,
  streamIds: Map<string, string>,
): Promise<void> {
  for (const [index, { streams: keys, reachedMonth, lateReason = "", ...milestone }] of sampleMilestones.entries()) {
    const row = {
      ...freshRow(tx),
      projectId,
      number: index + 1,
      ...milestone,
      streamIds: keys.flatMap((key) => streamIds.get(key) ?? []),
      reachedOn: reachedMonth === null ? null : monthEndOn(startOn, reachedMonth),
      lateReason,
    };
    await tx.insert(milestones).values(row);
    await tx.record({ entity: "milestone", entityId: row.id, action: "created", projectId, before: null, after: row });
  }
}

async function insertPeriods(tx: Tx, projectId: string, startOn: string): Promise<Map<number, string>> {
  const ids = new Map<number, string>();
  for (const period of generatePeriods({
    startOn,
    durationMonths: sampleProject.durationMonths,
    periodMonths: sampleProject.periodMonths,
  })) {
    const { number, startMonth, endMonth, dueOn } = period;
    const row = { ...freshRow(tx), projectId, number, startMonth, endMonth, dueOn, lockedAt: null };
    await tx.insert(periods).values(row);
    await tx.record({ entity: "period", entityId: row.id, action: "created", projectId, before: null, after: row });
    ids.set(number, row.id);
  }
  return ids;
}

/** Whether the sample is loaded, and its project. */
export async function findSample(tx: Pick<Tx, "select">): Promise<{ projectId: string | null }> {
  const [row] = await tx
    .select({ id: projects.id })
    .from(projects)
    .innerJoin(organisations, and(eq(organisations.id, projects.clusterId), eq(organisations.sample, true)))
    .where(eq(projects.sample, true));
  return { projectId: row?.id ?? null };
}

import { dayOf, monthEndOn } from "#shared/dates.ts";
import type { Language } from "#shared/features/exports/export-words.ts";
import type { ProjectFile } from "#shared/features/exports/project-file.ts";
import type {
  ProjectSummary,
  SummaryContribution,
  SummaryDecision,
  SummaryMember,
  SummaryMilestone,
  SummaryStream,
} from "#shared/features/exports/summary.ts";

import type { ReadDb } from "#server/db/database.ts";

import { asHandedIn } from "#server/features/contributions/handed-in-queries.ts";

import { collectProjectFile } from "./project-file-export.ts";
import { projectRows, type ProjectRows } from "./project-rows.ts";
import type { Sight } from "./sight.ts";
import { balanceOf, barsOf } from "./summary-balance.ts";
import { changesSince, type Since } from "./summary-changes.ts";
import { nextPeriodOf } from "./summary-period.ts";

export type CollectOptions = {
  projectId: string;
  sight: Sight;
  language: Language;
  /** Milliseconds UTC; the only clock of an export. */
  now: number;
  /** The requester's last export for this audience; null when there was none. */
  since: Since | null;
};

/** What an export is made of; `lineIds` are the lines it shows, `changeSeq` the last change it knows of. */
export type CollectedExport = { summary: ProjectSummary; file: ProjectFile; lineIds: string[]; changeSeq: number };

/**
 * Collects the summary and the interchange file of a project, cut down to a sight. Call it inside `db.snapshot` with a
 * standing loaded from the same snapshot. Faults: NOT_FOUND.
 */
export async function collectExport(db: ReadDb, options: CollectOptions): Promise<CollectedExport> {
  const { sight, language, now, since, projectId } = options;
  const rows = await rowsAsHandedIn(db, projectId, sight);
  const names = namesOf(rows);
  const lines = linesOf(rows, sight, names);
  const period = nextPeriodOf(rows, dayOf(now));
  const summary: ProjectSummary = {
    audience: sight.audience,
    language,
    generatedAt: now,
    project: factsOf(rows, sight, names),
    members: membersOf(rows, sight),
    streams: streamsOf(rows, sight, names),
    contributions: sight.audience === "public" ? null : lines,
    balance: balanceOf(rows, sight, names),
    chart: sight.audience === "public" ? null : barsOf(rows, sight, names),
    period,
    milestones: milestonesOf(rows, period),
    decisions: decisionsOf(rows, sight),
    changes: since === null ? null : await changesSince(db, rows, sight, since),
  };
  const file = collectProjectFile(rows, sight, now);
  return {
    summary,
    file,
    lineIds: file.contributions.map((line) => line.id),
    changeSeq: rows.lastSeq,
  };
}

/** The rows of a project with reports as they were handed in, unless they are the reader's own. */
export async function rowsAsHandedIn(db: ReadDb, projectId: string, sight: Sight): Promise<ProjectRows> {
  const rows = await projectRows(db, projectId);
  return { ...rows, updates: await asHandedIn(db, sight.standing, rows.updates) };
}

/** Names of organisations by participant. */
export function namesOf(rows: ProjectRows): Map<string, string> {
  const organisations = new Map(rows.organisations.map((row) => [row.id, row.name]));
  return new Map(rows.participants.map((row) => [row.id, organisations.get(row.organisationId) ?? ""]));
}

function factsOf(rows: ProjectRows, sight: Sight, names: Map<string, string>): ProjectSummary["project"] {
  const { project } = rows;
  const coordinator = rows.participants.find((row) => row.role === "coordinator" && row.state === "accepted");
  const { startOn, durationMonths } = project;
  return {
    projectId: project.id,
    acronym: project.acronym,
    title: project.title,
    summary: project.summary,
    objectives: project.objectives,
    keywords: project.keywords,
    status: project.status,
    visibility: project.visibility,
    cluster: rows.organisations.find((row) => row.id === project.clusterId)?.name ?? null,
    coordinator: coordinator ? (names.get(coordinator.id) ?? null) : null,
    startOn,
    endOn: startOn === null || durationMonths === null ? null : monthEndOn(startOn, durationMonths),
    durationMonths,
    currency: project.currency,
    goals: project.goals,
    place: project.place,
    callTopic: project.callTopic,
    fundingScheme: project.fundingScheme,
    totalCostCents: sight.seesFigures ? project.totalCostCents : null,
    maxGrantCents: sight.seesFigures ? project.maxGrantCents : null,
    sample: project.sample,
  };
}

function membersOf(rows: ProjectRows, sight: Sight): SummaryMember[] {
  const organisations = new Map(rows.organisations.map((row) => [row.id, row]));
  return rows.participants.filter(sight.seesParticipant).map((row) => {
    const organisation = organisations.get(row.organisationId);
    return {
      participantId: row.id,
      number: row.number,
      name: organisation?.name ?? "",
      shortName: organisation?.shortName ?? null,
      nativeName: organisation?.nativeName ?? null,
      role: row.role,
      state: row.state,
      country: organisation?.country ?? null,
      city: organisation?.city ?? null,
      size: organisation?.size ?? null,
      roleText: sight.audience === "public" ? "" : row.roleText,
      contact: sight.seesInside ? row.contact : "",
    };
  });
}

function streamsOf(rows: ProjectRows, sight: Sight, names: Map<string, string>): SummaryStream[] {
  const members = new Map(rows.participants.map((row) => [row.id, row]));
  return rows.streams.map((row) => {
    const lead = row.leadParticipantId === null ? undefined : members.get(row.leadParticipantId);
    return {
      streamId: row.id,
      number: row.number,
      code: row.code,
      title: row.title,
      kind: row.kind,
      state: row.state,
      description: row.description,
      lead: lead && sight.seesParticipant(lead) ? (names.get(lead.id) ?? null) : null,
      startMonth: row.startMonth,
      endMonth: row.endMonth,
      trlStart: row.trlStart,
      trlNow: row.trlNow,
      trlTarget: row.trlTarget,
    };
  });
}

/** Lines that are not withdrawn, by number of the member, of the stream (none first), then as they were entered. */
function linesOf(rows: ProjectRows, sight: Sight, names: Map<string, string>): SummaryContribution[] {
  const members = new Map(rows.participants.map((row) => [row.id, row.number]));
  const streams = new Map(rows.streams.map((row) => [row.id, row.number]));
  const place = (line: ProjectRows["contributions"][number]) =>
    (members.get(line.participantId) ?? 0) * 10_000 + (line.streamId === null ? 0 : (streams.get(line.streamId) ?? 0));
  return rows.contributions
    .filter((line) => line.state !== "withdrawn" && sight.seesLine(line))
    .toSorted((left, right) => place(left) - place(right) || left.createdAt - right.createdAt)
    .map((line) => ({
      contributionId: line.id,
      participantId: line.participantId,
      member: names.get(line.participantId) ?? "",
      streamId: line.streamId,
      kind: line.kind,
      title: line.title,
      state: line.state,
      confidentiality: line.confidentiality,
      effortPmHundredths: line.effortPmHundredths,
      quantity: line.quantity,
      unit: line.unit,
      valueCents: line.valueCents,
      basis: line.basis,
      fromMonth: line.fromMonth,
      toMonth: line.toMonth,
    }));
}

function decisionsOf(rows: ProjectRows, sight: Sight): SummaryDecision[] | null {
  if (!sight.seesDecisions) return null;
  return rows.decisions.flatMap(({ number, title, closedAt, result }) => {
    if (result === null || closedAt === null) return [];
    const { accepted, quorumReached, yesBp, noBp, abstainBp, absentBp } = result;
    return [{ number, title, closedOn: dayOf(closedAt), accepted, quorumReached, yesBp, noBp, abstainBp, absentBp }];
  });
}

function milestonesOf(rows: ProjectRows, period: ProjectSummary["period"]): SummaryMilestone[] {
  if (period === null) return [];
  const codes = new Map(rows.streams.map((row) => [row.id, row.code]));
  const { startOn } = rows.project;
  return rows.milestones
    .filter((row) => row.dueMonth >= period.fromMonth && row.dueMonth <= period.toMonth)
    .toSorted((left, right) => left.dueMonth - right.dueMonth || left.number - right.number)
    .map((row) => ({
      milestoneId: row.id,
      number: row.number,
      title: row.title,
      streams: row.streamIds.map((id) => codes.get(id)).filter((code) => code !== undefined),
      dueMonth: row.dueMonth,
      dueOn: startOn === null ? null : monthEndOn(startOn, row.dueMonth),
      reachedOn: row.reachedOn,
      verification: row.verification,
    }));
}

import { eq, sql } from "drizzle-orm";

import { notFound } from "#shared/fault.ts";
import type { Person } from "#shared/features/members/standing.ts";
import { mayPlanStreams, mayReportOnStream, mayReviseStream } from "#shared/features/streams/stream-policy.ts";
import { warningsOfStream } from "#shared/features/streams/stream-rules.ts";
import type { ListStreamsInput, StreamDetail, StreamList, StreamRow } from "#shared/features/streams/stream.ts";
import { fold } from "#shared/text.ts";

import type { ReadDb } from "#server/db/database.ts";
import { prepared } from "#server/db/prepare.ts";
import { organisations, participants, projects, streams } from "#server/db/schema/index.ts";
import { loadMembership } from "#server/features/members/membership.ts";

const rowColumns = {
  id: streams.id,
  version: streams.version,
  number: streams.number,
  code: streams.code,
  title: streams.title,
  kind: streams.kind,
  leadParticipantId: streams.leadParticipantId,
  leadState: participants.state,
  leadLongName: organisations.name,
  leadShortName: organisations.shortName,
  startMonth: streams.startMonth,
  endMonth: streams.endMonth,
  trlStart: streams.trlStart,
  trlNow: streams.trlNow,
  trlTarget: streams.trlTarget,
  colour: streams.colour,
  pattern: streams.pattern,
  state: streams.state,
};

const byProject = prepared("streams_of_project", (db) =>
  db
    .select(rowColumns)
    .from(streams)
    .leftJoin(participants, eq(participants.id, streams.leadParticipantId))
    .leftJoin(organisations, eq(organisations.id, participants.organisationId))
    .where(eq(streams.projectId, sql.placeholder("projectId")))
    .orderBy(streams.number),
);

const byId = prepared("stream_by_id", (db) =>
  db
    .select({
      ...rowColumns,
      projectId: streams.projectId,
      description: streams.description,
      durationMonths: projects.durationMonths,
    })
    .from(streams)
    .innerJoin(projects, eq(projects.id, streams.projectId))
    .leftJoin(participants, eq(participants.id, streams.leadParticipantId))
    .leftJoin(organisations, eq(organisations.id, participants.organisationId))
    .where(eq(streams.id, sql.placeholder("id"))),
);

const durationOf = prepared("project_duration", (db) =>
  db
    .select({ durationMonths: projects.durationMonths })
    .from(projects)
    .where(eq(projects.id, sql.placeholder("projectId"))),
);

type Found = Awaited<ReturnType<typeof byProject>>[number];

function toRow(found: Found, durationMonths: number | null): StreamRow {
  const { leadState, leadLongName, leadShortName, ...row } = found;
  return {
    ...row,
    leadName: leadShortName ?? leadLongName,
    warnings: warningsOfStream({ ...row, leadState }, durationMonths),
  };
}

/** Every stream of a project by number, for a caller who has proven that the reader may see it. */
export async function streamsOfProject(
  db: ReadDb,
  projectId: string,
  durationMonths: number | null,
): Promise<StreamRow[]> {
  const found = await byProject(db, { projectId });
  return found.map((row) => toRow(row, durationMonths));
}

/** Streams of a project by number, narrowed by text, kind and state. Faults: NOT_FOUND. */
export async function listStreams(db: ReadDb, person: Person, input: ListStreamsInput): Promise<StreamList> {
  const membership = await loadMembership(db, person, input.projectId);
  const [project] = await durationOf(db, { projectId: input.projectId });
  const all = await streamsOfProject(db, input.projectId, project?.durationMonths ?? null);
  const wanted = fold(input.search);
  const rows = all.filter(
    (row) =>
      (!input.kind || row.kind === input.kind) &&
      (!input.state || row.state === input.state) &&
      fold(`${row.code} ${row.title} ${row.leadName ?? ""}`).includes(wanted),
  );
  return { rows, total: rows.length, mayPlan: mayPlanStreams(membership) };
}

/** One stream with its description. Faults: NOT_FOUND for unknown and foreign ones alike. */
export async function showStream(db: ReadDb, person: Person, id: string): Promise<StreamDetail> {
  const [found] = await byId(db, { id });
  if (!found) throw notFound();
  const membership = await loadMembership(db, person, found.projectId);
  const { projectId, description, durationMonths, ...row } = found;
  return {
    ...toRow(row, durationMonths),
    projectId,
    description,
    may: {
      revise: mayReviseStream(membership),
      report: mayReportOnStream(membership, row),
      remove: mayPlanStreams(membership),
    },
  };
}

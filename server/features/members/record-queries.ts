import { eq, inArray, sql } from "drizzle-orm";

import type { CommentSubject } from "#shared/features/comments/comment-words.ts";
import type { TalkedAbout } from "#shared/features/comments/comment-policy.ts";

import type { ReadDb } from "#server/db/database.ts";
import { prepared } from "#server/db/prepare.ts";
import { contributions, participants, projects, streams, updates } from "#server/db/schema/index.ts";

/** A record people talk about, with all that decides who may read it. */
export type TalkRecord = TalkedAbout & {
  subject: CommentSubject;
  subjectId: string;
  projectId: string;
  /** How it is called: to be shown to whoever may read it. */
  title: string;
  /** The member whose line or report it is. */
  ownerId: string | null;
  leadParticipantId: string | null;
  /** The period of a report. */
  periodId: string | null;
};

const blank = { line: null, reportState: null, ownerId: null, leadParticipantId: null, periodId: null };

const projectById = prepared("record_project", (db) =>
  db
    .select({ id: projects.id, title: projects.acronym })
    .from(projects)
    .where(eq(projects.id, sql.placeholder("id"))),
);

const streamById = prepared("record_stream", (db) =>
  db
    .select({
      projectId: streams.projectId,
      code: streams.code,
      title: streams.title,
      leadParticipantId: streams.leadParticipantId,
    })
    .from(streams)
    .where(eq(streams.id, sql.placeholder("id"))),
);

const lineById = prepared("record_line", (db) =>
  db
    .select({
      projectId: contributions.projectId,
      title: contributions.title,
      participantId: contributions.participantId,
      confidentiality: contributions.confidentiality,
      ownerId: participants.organisationId,
    })
    .from(contributions)
    .innerJoin(participants, eq(participants.id, contributions.participantId))
    .where(eq(contributions.id, sql.placeholder("id"))),
);

const reportById = prepared("record_report", (db) =>
  db
    .select({ contributionId: updates.contributionId, periodId: updates.periodId, state: updates.state })
    .from(updates)
    .where(eq(updates.id, sql.placeholder("id"))),
);

/** The record a thread, a notification or a presence is about, whoever asks; null when there is none. */
export async function findRecord(db: ReadDb, subject: CommentSubject, subjectId: string): Promise<TalkRecord | null> {
  const named = { subject, subjectId };
  if (subject === "project") {
    const [project] = await projectById(db, { id: subjectId });
    return project ? { ...blank, ...named, projectId: project.id, title: project.title } : null;
  }
  if (subject === "stream") {
    const [stream] = await streamById(db, { id: subjectId });
    if (!stream) return null;
    const { projectId, leadParticipantId } = stream;
    return {
      ...blank,
      ...named,
      projectId,
      leadParticipantId,
      title: `${stream.code} ${stream.title}`,
    };
  }
  const [report] = subject === "update" ? await reportById(db, { id: subjectId }) : [];
  const lineId = subject === "update" ? report?.contributionId : subjectId;
  const [line] = lineId === undefined ? [] : await lineById(db, { id: lineId });
  if (!line) return null;
  const { projectId, title, ownerId, participantId, confidentiality } = line;
  const about = { line: { participantId, confidentiality }, reportState: report?.state ?? null };
  return { ...blank, ...named, ...about, projectId, title, ownerId, periodId: report?.periodId ?? null };
}

/** The organisations of participants, by participant. */
export async function ownersOf(db: ReadDb, participantIds: readonly string[]): Promise<string[]> {
  if (participantIds.length === 0) return [];
  const rows = await db
    .select({ organisationId: participants.organisationId })
    .from(participants)
    .where(inArray(participants.id, [...participantIds]));
  return rows.map((row) => row.organisationId);
}

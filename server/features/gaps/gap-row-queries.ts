import { and, eq, inArray, ne, sql } from "drizzle-orm";

import { prepared } from "#server/db/prepare.ts";
import {
  contributions,
  milestones,
  organisations,
  participants,
  periods,
  projects,
  seats,
  streams,
  updates,
} from "#server/db/schema/index.ts";

const projectId = sql.placeholder("projectId");

/** Facts of the project. */
export const gapProject = prepared("gap_project", (db) =>
  db
    .select({
      id: projects.id,
      acronym: projects.acronym,
      status: projects.status,
      startOn: projects.startOn,
      durationMonths: projects.durationMonths,
      clusterId: projects.clusterId,
      summary: projects.summary,
      clusterName: sql<string | null>`coalesce(${organisations.shortName}, ${organisations.name})`,
    })
    .from(projects)
    .leftJoin(organisations, eq(organisations.id, projects.clusterId))
    .where(eq(projects.id, projectId)),
);

/** Participants in every state, by number. */
export const gapMembers = prepared("gap_members", (db) =>
  db
    .select({
      id: participants.id,
      organisationId: participants.organisationId,
      role: participants.role,
      state: participants.state,
      since: participants.updatedAt,
      contact: participants.contact,
      name: sql<string>`coalesce(${organisations.shortName}, ${organisations.name})`,
      kind: organisations.kind,
      country: organisations.country,
      size: organisations.size,
      vatNumber: organisations.vatNumber,
      pic: organisations.pic,
    })
    .from(participants)
    .innerJoin(organisations, eq(organisations.id, participants.organisationId))
    .where(eq(participants.projectId, projectId))
    .orderBy(participants.number),
);

/** Organisations among the participants that have somebody with a writing seat. */
export const gapSeats = prepared("gap_seats", (db) =>
  db
    .selectDistinct({ organisationId: seats.organisationId })
    .from(seats)
    .innerJoin(participants, eq(participants.organisationId, seats.organisationId))
    .where(and(eq(participants.projectId, projectId), ne(seats.role, "viewer"))),
);

/** Streams by number. */
export const gapStreams = prepared("gap_streams", (db) =>
  db
    .select({
      id: streams.id,
      code: streams.code,
      title: streams.title,
      state: streams.state,
      leadParticipantId: streams.leadParticipantId,
      leadState: participants.state,
      startMonth: streams.startMonth,
      endMonth: streams.endMonth,
      trlStart: streams.trlStart,
      trlNow: streams.trlNow,
      trlTarget: streams.trlTarget,
    })
    .from(streams)
    .leftJoin(participants, eq(participants.id, streams.leadParticipantId))
    .where(eq(streams.projectId, projectId))
    .orderBy(streams.number),
);

/** Lines that are not withdrawn. */
export const gapLines = prepared("gap_lines", (db) =>
  db
    .select({
      id: contributions.id,
      title: contributions.title,
      participantId: contributions.participantId,
      streamId: contributions.streamId,
      kind: contributions.kind,
      state: contributions.state,
      confidentiality: contributions.confidentiality,
      valueCents: contributions.valueCents,
      effortPmHundredths: contributions.effortPmHundredths,
      basis: contributions.basis,
      fromMonth: contributions.fromMonth,
      toMonth: contributions.toMonth,
      since: contributions.updatedAt,
    })
    .from(contributions)
    .where(and(eq(contributions.projectId, projectId), ne(contributions.state, "withdrawn")))
    .orderBy(contributions.id),
);

/** Reports that were handed in at least once. */
export const gapReports = prepared("gap_reports", (db) =>
  db
    .select({
      id: updates.id,
      contributionId: updates.contributionId,
      participantId: updates.participantId,
      periodId: updates.periodId,
      state: updates.state,
      submittedAt: updates.submittedAt,
      reviewedAt: updates.reviewedAt,
      progressBp: updates.progressBp,
      deliveredCents: updates.deliveredCents,
      deliveredPmHundredths: updates.deliveredPmHundredths,
      remainingCents: updates.remainingCents,
      remainingPmHundredths: updates.remainingPmHundredths,
    })
    .from(updates)
    .where(and(eq(updates.projectId, projectId), inArray(updates.state, ["submitted", "accepted", "returned"]))),
);

/** Periods by number. */
export const gapPeriods = prepared("gap_periods", (db) =>
  db
    .select({
      id: periods.id,
      number: periods.number,
      startMonth: periods.startMonth,
      endMonth: periods.endMonth,
      dueOn: periods.dueOn,
      lockedAt: periods.lockedAt,
    })
    .from(periods)
    .where(eq(periods.projectId, projectId))
    .orderBy(periods.number),
);

/** Milestones by number. */
export const gapMilestones = prepared("gap_milestones", (db) =>
  db
    .select({
      id: milestones.id,
      title: milestones.title,
      dueMonth: milestones.dueMonth,
      verification: milestones.verification,
      reachedOn: milestones.reachedOn,
    })
    .from(milestones)
    .where(eq(milestones.projectId, projectId))
    .orderBy(milestones.number),
);

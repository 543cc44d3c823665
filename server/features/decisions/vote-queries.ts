import { and, eq, sql } from "drizzle-orm";

import type { OwnPart } from "#shared/features/home/home.ts";

import type { ReadDb } from "#server/db/database.ts";
import { prepared } from "#server/db/prepare.ts";
import { decisions, participants, projects, votes } from "#server/db/schema/index.ts";

const openVotes = prepared("home_votes", (db) =>
  db
    .select({
      projectId: projects.id,
      acronym: projects.acronym,
      id: decisions.id,
      title: decisions.title,
      closesAt: decisions.closesAt,
      electorate: decisions.electorate,
      voteId: votes.id,
    })
    .from(participants)
    .innerJoin(projects, eq(projects.id, participants.projectId))
    .innerJoin(decisions, and(eq(decisions.projectId, projects.id), eq(decisions.state, "open")))
    .leftJoin(
      votes,
      and(eq(votes.decisionId, decisions.id), eq(votes.organisationId, sql.placeholder("organisationId"))),
    )
    .where(and(eq(participants.organisationId, sql.placeholder("organisationId")), eq(participants.state, "accepted")))
    .orderBy(decisions.closesAt, decisions.id),
);

/** Open votes of all projects an organisation takes part in that ask for its vote and do not have it, the next to end first. */
export async function votesAsked(db: ReadDb, organisationId: string): Promise<OwnPart["votes"]> {
  // An organisation in several roles finds a question once for each.
  const rows = new Map((await openVotes(db, { organisationId })).map((row) => [row.id, row]));
  return [...rows.values()]
    .filter(
      ({ voteId, electorate }) => voteId === null && electorate.some((each) => each.organisationId === organisationId),
    )
    .map(({ voteId: _vote, electorate: _electorate, ...row }) => row);
}

import { and, eq, inArray, or, sql } from "drizzle-orm";

import { mayProposeContribution, ownsContribution } from "#shared/features/contributions/contribution-policy.ts";
import type { ContributionOptions } from "#shared/features/contributions/contribution-views.ts";
import { mayKnowParticipant } from "#shared/features/participants/participant-policy.ts";
import type { Person } from "#shared/features/members/standing.ts";

import type { ReadDb } from "#server/db/database.ts";
import { contributions, organisations, participants, projects, streams } from "#server/db/schema/index.ts";
import { loadMembership } from "#server/features/members/membership.ts";

import { visibleLinesCondition } from "./contribution-queries.ts";

/**
 * Members and streams of a project for filters and forms of its ledger: who takes part or is invited, and former
 * members with a line this person sees. Faults: NOT_FOUND.
 */
export async function listContributionOptions(
  db: ReadDb,
  person: Person,
  input: { projectId: string },
): Promise<ContributionOptions> {
  const membership = await loadMembership(db, person, input.projectId);
  const withLines = db
    .select({ id: contributions.participantId })
    .from(contributions)
    .where(and(eq(contributions.projectId, input.projectId), visibleLinesCondition(membership)));
  const members = await db
    .select({
      id: participants.id,
      state: participants.state,
      name: sql<string>`coalesce(${organisations.shortName}, ${organisations.name})`,
    })
    .from(participants)
    .innerJoin(organisations, eq(organisations.id, participants.organisationId))
    .where(
      and(
        eq(participants.projectId, input.projectId),
        or(inArray(participants.state, ["invited", "accepted"]), inArray(participants.id, withLines)),
      ),
    )
    .orderBy(participants.number);
  const found = await db
    .select({ id: streams.id, code: streams.code, title: streams.title })
    .from(streams)
    .where(eq(streams.projectId, input.projectId))
    .orderBy(streams.number);
  const [project] = await db
    .select({ durationMonths: projects.durationMonths })
    .from(projects)
    .where(eq(projects.id, input.projectId));
  return {
    members: members
      .filter((member) => mayKnowParticipant(membership, member))
      .map(({ state, ...member }) => ({
        ...member,
        own: ownsContribution(membership, { participantId: member.id }),
        mayPropose: (state === "invited" || state === "accepted") && mayProposeContribution(membership, member.id),
      })),
    streams: found,
    currency: membership.currency,
    durationMonths: project?.durationMonths ?? null,
  };
}

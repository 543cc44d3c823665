import { lineSight, maySeeContribution } from "#shared/features/contributions/contribution-policy.ts";
import { seesMemberGaps, seesOtherMembers } from "#shared/features/gaps/gap-rules.ts";
import type { GapWorld, WorldMember } from "#shared/features/gaps/gap-world.ts";
import { mayReadRisks } from "#shared/features/risks/risk-policy.ts";
import { maySeeUpdate } from "#shared/features/reporting/update-policy.ts";

import type { ReadDb } from "#server/db/database.ts";
import { highRisksOf } from "#server/features/risks/risk-queries.ts";
import type { Membership } from "#server/features/members/membership.ts";
import { planFor } from "#server/features/plan/plan-queries.ts";

import {
  gapLines,
  gapMembers,
  gapMilestones,
  gapPeriods,
  gapProject,
  gapReports,
  gapSeats,
  gapStreams,
} from "./gap-row-queries.ts";

/**
 * A project as this reader may know it, for the rules that look for gaps: lines and reports by their policies; who can sign
 * in, contact, country and size for the coordinator, the cluster and the member itself. Whether a member or stream has an
 * agreed line at all is no secret: the balance names them.
 */
export async function loadGapWorld(db: ReadDb, membership: Membership): Promise<GapWorld> {
  const { projectId, person } = membership;
  const key = { projectId };
  const [[project], found, seated, streams, lines, reports, periodRows, milestones] = await Promise.all([
    gapProject(db, key),
    gapMembers(db, key),
    gapSeats(db, key),
    gapStreams(db, key),
    gapLines(db, key),
    gapReports(db, key),
    gapPeriods(db, key),
    gapMilestones(db, key),
  ]);
  const plan = await planFor(db, membership);
  const agreed = lines.filter(({ state }) => state === "agreed");
  const agreedOf = Map.groupBy(agreed, ({ participantId }) => participantId);
  const agreedIn = Map.groupBy(agreed, ({ streamId }) => streamId);
  const numbers = new Map(periodRows.map(({ id, number }) => [id, number]));
  const seen = lines.filter((line) => maySeeContribution(membership, line));
  const reportsOf = Map.groupBy(
    reports.filter((report) => maySeeUpdate(membership, report)),
    ({ contributionId }) => contributionId,
  );
  const people = new Set(seated.map(({ organisationId }) => organisationId));
  const coordinator = found.find(({ role, state }) => role === "coordinator" && state === "accepted");
  return {
    today: person.today,
    project: project ?? { ...unknown, id: projectId },
    coordinator: coordinator ? { organisationId: coordinator.organisationId, name: coordinator.name } : null,
    cluster: project?.clusterId ? { organisationId: project.clusterId, name: project.clusterName ?? "" } : null,
    members: found
      .filter(({ id, state }) => isMemberOpen(membership, id, state))
      .map(({ role: _role, ...row }) => toMember(row, membership, people, agreedOf.get(row.id)?.length ?? 0)),
    streams: streams.map((row) => ({ ...row, agreedLines: agreedIn.get(row.id)?.length ?? 0 })),
    lines: seen.map((line) => ({
      ...line,
      reports: (reportsOf.get(line.id) ?? []).map((report) => ({
        ...report,
        periodNumber: numbers.get(report.periodId) ?? 0,
      })),
    })),
    periods: periodRows.map(({ lockedAt, ...row }) => ({ ...row, locked: lockedAt !== null })),
    milestones,
    risks: mayReadRisks(membership) ? await highRisksOf(db, projectId) : [],
    work: { tasks: plan.tasks, links: plan.links, deliverables: plan.deliverables },
    seesAllLines: lineSight(membership) === "all",
    seesMembers: seesMemberGaps(membership),
  };
}

const unknown = {
  acronym: "",
  status: "idea" as const,
  startOn: null,
  durationMonths: null,
  clusterId: null,
  summary: "",
};

function isMemberOpen(membership: Membership, participantId: string, state: WorldMember["state"]): boolean {
  if (membership.participantIds.includes(participantId)) return true;
  return seesOtherMembers(membership) && (state === "accepted" || state === "invited");
}

function toMember(
  row: Omit<WorldMember, "hasPerson" | "agreedLines">,
  membership: Membership,
  people: ReadonlySet<string>,
  agreedLines: number,
): WorldMember {
  const isOwn = membership.participantIds.includes(row.id);
  const hasPerson = isOwn || seesMemberGaps(membership) ? people.has(row.organisationId) : null;
  return { ...row, hasPerson, agreedLines };
}

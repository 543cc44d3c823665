import { isInConsortium, mayPlanProject, type Standing } from "../members/standing.ts";
import { lineGaps, reportGaps } from "./gap-ledger-rules.ts";
import { memberGaps, milestoneGaps, projectGaps, riskGaps, streamGaps } from "./gap-plan-rules.ts";
import { deliverableGaps, taskGaps } from "./gap-work-rules.ts";
import type { Finding, GapWorld } from "./gap-world.ts";
import type { Gap } from "./gap.ts";
import { severityOf } from "./gap-words.ts";

/**
 * Everything missing, contradictory or late in a project as one reader may know it, each with whose turn it is. A project
 * that was cancelled wants nothing any more.
 */
export function findGaps(world: GapWorld): Gap[] {
  if (world.project.status === "cancelled") return [];
  const findings = [
    ...projectGaps(world),
    ...streamGaps(world),
    ...lineGaps(world),
    ...memberGaps(world),
    ...reportGaps(world),
    ...milestoneGaps(world),
    ...riskGaps(world),
    ...taskGaps(world),
    ...deliverableGaps(world),
  ];
  return findings.map((finding) => toGap(finding, world));
}

function toGap(finding: Finding, world: GapWorld): Gap {
  const { kind, entity, id, label, period } = finding;
  return {
    key: [kind, id, ...(period ? [period.id] : [])].join(":"),
    kind,
    severity: severityOf(kind),
    owner: ownerOf(finding, world),
    record: { entity, id, label },
    periodNumber: period?.number ?? null,
    days: finding.days ?? null,
    count: finding.count ?? null,
    cents: finding.cents ?? null,
    pmHundredths: finding.pmHundredths ?? null,
    shareBp: finding.shareBp ?? null,
  };
}

function ownerOf({ owner }: Finding, { members, coordinator, cluster }: GapWorld): Gap["owner"] {
  const member = members.find(({ id }) => id === owner);
  if (member && member.organisationId !== coordinator?.organisationId)
    return { side: "member", organisationId: member.organisationId, name: member.name };
  if (coordinator) return { side: "coordinator", ...coordinator };
  return cluster ? { side: "cluster", ...cluster } : { side: "cluster", organisationId: null, name: "" };
}

/** May remind others of gaps: coordinator or cluster of the project, with a writing seat. */
export function mayRemindOfGaps(standing: Standing): boolean {
  return mayPlanProject(standing);
}

/** Learns what concerns members as such (who can sign in, country, size, contact): coordinator and cluster. */
export function seesMemberGaps(standing: Standing): boolean {
  return standing.relation === "coordinator" || standing.actsForCluster;
}

/** Learns which members are silent or put nothing in: everybody in the consortium. */
export function seesOtherMembers(standing: Standing): boolean {
  return isInConsortium(standing) && standing.relation !== "invited";
}

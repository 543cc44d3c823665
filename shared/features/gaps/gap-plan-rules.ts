import { monthEndOn } from "#shared/dates.ts";

import { nameLikeness } from "../organisations/organisation-name-rules.ts";
import type { Finding, GapWorld, WorldMember, WorldStream } from "./gap-world.ts";
import type { GapEntity, GapKind } from "./gap-words.ts";

const DAY_MS = 86_400_000;

/** Days after which an invitation, an offer or a report that waits counts as late. */
export const PATIENCE_DAYS = 14;

/** Whole days from an instant (ms) or a day to today; negative ahead. */
export function daysSince(then: number | string, today: string): number {
  return Math.floor((Date.parse(today) - (typeof then === "string" ? Date.parse(then) : then)) / DAY_MS);
}

/** One finding if `found`, none otherwise. */
export function when(
  found: boolean,
  kind: GapKind,
  [entity, id, label]: readonly [entity: GapEntity, id: string, label: string],
  owner: string | null,
  more: Partial<Finding> = {},
): Finding[] {
  return found ? [{ kind, entity, id, label, owner, ...more }] : [];
}

/** What the facts of the project lack. */
export function projectGaps({ project, coordinator, periods }: GapWorld): Finding[] {
  const place = ["project", project.id, project.acronym] as const;
  const isPlanned = project.startOn !== null && project.durationMonths !== null;
  return [
    ...when(coordinator === null, "project-no-coordinator", place, null),
    ...when(project.startOn === null, "project-no-start", place, null),
    ...when(project.durationMonths === null, "project-no-duration", place, null),
    ...when(project.clusterId === null, "project-no-cluster", place, null),
    ...when(project.summary.trim() === "", "project-no-summary", place, null),
    ...when(isPlanned && periods.length === 0, "project-no-periods", place, null),
  ];
}

/** What the streams lack or contradict; dropped ones want nothing any more. */
export function streamGaps({ streams, project }: GapWorld): Finding[] {
  return streams
    .filter(({ state }) => state !== "dropped")
    .flatMap((stream) => {
      const place = ["stream", stream.id, `${stream.code} ${stream.title}`] as const;
      const lead = stream.leadState === "accepted" ? stream.leadParticipantId : null;
      const { trlStart, trlNow, trlTarget } = stream;
      return [
        ...when(stream.leadParticipantId === null, "stream-no-lead", place, null),
        ...when(
          stream.leadParticipantId !== null && stream.leadState !== "accepted",
          "stream-lead-not-accepted",
          place,
          null,
        ),
        ...when(stream.startMonth === null || stream.endMonth === null, "stream-no-months", place, null),
        ...when(stream.agreedLines === 0, "stream-no-contribution", place, null),
        ...when(isAbove(trlStart, trlTarget), "stream-trl-target-below-start", place, null),
        ...when(isAbove(trlNow, trlTarget), "stream-trl-above-target", place, lead),
        ...when(isOutside(stream, project.durationMonths), "stream-outside-project", place, null),
      ];
    });
}

function isAbove(left: number | null, right: number | null): boolean {
  return left !== null && right !== null && left > right;
}

function isOutside({ startMonth, endMonth }: WorldStream, durationMonths: number | null): boolean {
  return durationMonths !== null && Math.max(startMonth ?? 0, endMonth ?? 0) > durationMonths;
}

/** Milestones whose last day has passed, and those nobody could verify. */
export function milestoneGaps({ milestones, project, today }: GapWorld): Finding[] {
  return milestones.flatMap((milestone) => {
    const place = ["milestone", milestone.id, milestone.title] as const;
    const { startOn } = project;
    const endsOn = startOn === null ? null : monthEndOn(startOn, milestone.dueMonth);
    const isLate = milestone.reachedOn === null && endsOn !== null && endsOn < today;
    return [
      ...when(isLate, "milestone-late", place, null, { days: endsOn === null ? 0 : daysSince(endsOn, today) }),
      ...when(milestone.verification.trim() === "", "milestone-no-verification", place, null),
    ];
  });
}

/** High risks that nobody owns, or against which nothing is done. */
export function riskGaps({ risks }: GapWorld): Finding[] {
  return risks.flatMap(({ id, title, ownerParticipantId, mitigation }) => {
    const place = ["risk", id, title] as const;
    return [
      ...when(ownerParticipantId === null, "risk-no-owner", place, null),
      ...when(mitigation.trim() === "", "risk-no-mitigation", place, ownerParticipantId),
    ];
  });
}

/** Members that are silent, put nothing in or cannot be reached, and organisations that seem to be there twice. */
export function memberGaps(world: GapWorld): Finding[] {
  return [...world.members.flatMap((member) => gapsOfMember(member, world)), ...duplicates(world), ...shares(world)];
}

function gapsOfMember(member: WorldMember, { today }: GapWorld): Finding[] {
  const { id, name, organisationId } = member;
  const place = ["participant", id, name] as const;
  const profile = ["organisation", organisationId, name] as const;
  const silent = daysSince(member.since, today);
  if (member.state === "invited")
    return [
      ...when(silent >= PATIENCE_DAYS, "member-silent", place, id, { days: silent }),
      ...when(member.hasPerson === false, "member-no-person", profile, null),
    ];
  if (member.state !== "accepted") return [];
  const isOpen = member.hasPerson !== null;
  return [
    ...when(member.agreedLines === 0, "member-no-contribution", place, id),
    ...when(member.hasPerson === false, "member-no-person", profile, null),
    ...when(isOpen && member.country === null, "member-no-country", profile, id),
    ...when(isOpen && member.kind === "enterprise" && member.size === null, "member-no-size", profile, id),
    ...when(isOpen && member.contact.trim() === "", "member-no-contact", place, id),
  ];
}

// One organisation in two roles is usual; two organisations of one name or number are most likely one.
function duplicates({ members, seesMembers }: GapWorld): Finding[] {
  if (!seesMembers) return [];
  return members.flatMap((member, index) => {
    const twin = members.slice(0, index).find((other) => isSame(other, member));
    return when(
      twin !== undefined,
      "member-duplicate",
      ["participant", member.id, `${twin?.name} / ${member.name}`],
      null,
    );
  });
}

function isSame(left: WorldMember, right: WorldMember): boolean {
  if (left.organisationId === right.organisationId) return false;
  if (left.vatNumber !== null && left.vatNumber === right.vatNumber) return true;
  if (left.pic !== null && left.pic === right.pic) return true;
  return nameLikeness(left.name, right.name) === 100;
}

/** Only for who sees the whole ledger: a share would give away what is hidden. */
function shares({ lines, members, seesAllLines }: GapWorld): Finding[] {
  if (!seesAllLines) return [];
  const owners = new Map(members.map((member) => [member.id, member]));
  const sums = new Map<string, bigint>();
  for (const { state, participantId, valueCents } of lines) {
    const owner = owners.get(participantId)?.organisationId;
    if (state === "agreed" && owner) sums.set(owner, (sums.get(owner) ?? 0n) + BigInt(valueCents ?? 0));
  }
  const total = [...sums.values()].reduce((sum, each) => sum + each, 0n);
  const largest = [...sums].find(([, sum]) => sum * 10n > total * 8n);
  const member = members.find(({ organisationId }) => organisationId === largest?.[0]);
  if (!largest || !member || new Set(members.map(({ organisationId }) => organisationId)).size < 2) return [];
  const shareBp = Number((largest[1] * 10_000n) / total);
  return when(true, "member-share", ["participant", member.id, member.name], null, { shareBp });
}

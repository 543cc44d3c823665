import { computeBalance } from "#shared/features/contributions/balance-rules.ts";
import { tellFromEveryView } from "#shared/features/contributions/viewpoint-rules.ts";
import type { Figures } from "#shared/features/contributions/balance.ts";
import type { ContributionKind } from "#shared/features/contributions/contribution-words.ts";
import type { SummaryBalance, SummaryBar, SummaryFigures } from "#shared/features/exports/summary.ts";
import { isMember } from "#shared/features/members/standing.ts";
import { addExactly } from "#shared/money.ts";

import type { ProjectRows } from "./project-rows.ts";
import type { Sight } from "./sight.ts";

type Names = ReadonlyMap<string, string>;

/** The balance as a sight may know it: all agreed lines count, those it does not see only where the rule allows. */
export function balanceOf(rows: ProjectRows, sight: Sight, names: Names): SummaryBalance {
  const balance = computed(rows, sight);
  const total = figuresOf(balance, balance.value.agreed === null ? null : 10_000);
  if (sight.audience === "public") return { total, byMember: null, byStream: null, byKind: null };
  const streams = new Map(rows.streams.map((row) => [row.id, `${row.code} ${row.title}`]));
  const order = rows.streams.map((row) => row.id);
  // By number, the project as a whole last.
  const placeOf = (streamId: string | null) => (streamId === null ? order.length : order.indexOf(streamId));
  return {
    total,
    byMember: balance.participants.map((row) => ({
      id: row.participantId,
      name: names.get(row.participantId) ?? "",
      figures: figuresOf(row, row.shareBp),
    })),
    byStream: balance.streams
      .toSorted((left, right) => placeOf(left.streamId) - placeOf(right.streamId))
      .map((row) => ({
        id: row.streamId,
        name: row.streamId === null ? null : (streams.get(row.streamId) ?? null),
        figures: figuresOf(row, null),
      })),
    byKind: balance.kinds.map((row) => ({ id: row.kind, name: row.kind, figures: figuresOf(row, null) })),
  };
}

/** Bars of the chart: visible agreed lines of each member by kind; a member with more than that is marked. */
export function barsOf(rows: ProjectRows, sight: Sight, names: Names): SummaryBar[] {
  const visible = rows.contributions.filter((line) => line.state === "agreed" && sight.seesLine(line));
  return computed(rows, sight).participants.map((member) => ({
    member: names.get(member.participantId) ?? "",
    cents: centsByKind(visible.filter((line) => line.participantId === member.participantId)),
    confidential: member.value.agreed === null,
  }));
}

type Line = ProjectRows["contributions"][number];
type Both = { value: Figures; effort: Figures };

// A document that is passed on, or made by somebody who contributes nothing, may be read by any member.
function computed(rows: ProjectRows, sight: Sight) {
  const periods = new Map(rows.periods.map((row) => [row.id, row.number]));
  const members = new Map(rows.participants.map((row) => [row.id, row]));
  const numberOf = (line: Line) => members.get(line.participantId)?.number ?? 0;
  const lines = rows.contributions
    .toSorted((left, right) => numberOf(left) - numberOf(right))
    .map((line) => ({
      ...line,
      ownerId: members.get(line.participantId)?.organisationId ?? line.participantId,
      hidden: !sight.seesLine(line),
    }));
  const accepted = rows.updates
    .filter((row) => row.state === "accepted")
    .map((row) => ({ ...row, periodNumber: periods.get(row.periodId) ?? 0 }));
  const balance = computeBalance(lines, accepted);
  return sight.seesInside && isMember(sight.standing) ? balance : tellFromEveryView(balance, lines, accepted);
}

function centsByKind(lines: readonly Line[]): Record<ContributionKind, number> {
  const of = (kind: ContributionKind) =>
    addExactly(lines.filter((line) => line.kind === kind).map((line) => line.valueCents ?? 0));
  return {
    effort: of("effort"),
    cash: of("cash"),
    "in-kind": of("in-kind"),
    equipment: of("equipment"),
    technology: of("technology"),
  };
}

function figuresOf(row: Both, shareBp: number | null): SummaryFigures {
  return { value: row.value, effort: row.effort, shareBp };
}

import { computeBalance } from "#shared/features/contributions/balance-rules.ts";
import type { Figures } from "#shared/features/contributions/balance.ts";
import type { ContributionKind } from "#shared/features/contributions/contribution-words.ts";
import type { SummaryBalance, SummaryBar, SummaryFigures } from "#shared/features/exports/summary.ts";
import { addExactly } from "#shared/money.ts";

import type { ProjectRows } from "./project-rows.ts";
import type { Sight } from "./sight.ts";

type Names = ReadonlyMap<string, string>;

/** The balance as a sight may know it: all agreed lines count, those it does not see only where the rule allows. */
export function balanceOf(rows: ProjectRows, sight: Sight, names: Names): SummaryBalance {
  const balance = computed(rows, (line) => !sight.seesLine(line));
  const told = totalOf(rows, sight, balance);
  const total = figuresOf(told, told.value.agreed === null ? null : 10_000);
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
      figures: figuresOf(row, told.value.agreed === null ? null : row.shareBp),
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
  return computed(rows, (line) => !sight.seesLine(line)).participants.map((member) => ({
    member: names.get(member.participantId) ?? "",
    cents: centsByKind(visible.filter((line) => line.participantId === member.participantId)),
    confidential: member.value.agreed === null,
  }));
}

type Line = ProjectRows["contributions"][number];
type Both = { value: Figures; effort: Figures };

const isSecret = (line: Line) => line.confidentiality === "coordinator";

/**
 * The total of a document for readers outside the consortium, or to be passed on to them, is told only if no member could work anything out from it:
 * whoever reads it also knows the lines that members share and his own, so the rule has to hold from each of those
 * points of view (security.md, R-A12).
 */
function totalOf(rows: ProjectRows, sight: Sight, balance: Both): Both {
  if (sight.seesInside && sight.standing.relation !== "invited") return balance;
  const owners = new Map(rows.participants.map((row) => [row.id, row.organisationId]));
  const ownerOf = (line: Line) => owners.get(line.participantId) ?? null;
  const readers = new Set([null, ...rows.contributions.filter(isSecret).map(ownerOf)]);
  const views = [...readers].map((reader) =>
    computed(rows, (line) => isSecret(line) && (reader === null || ownerOf(line) !== reader)),
  );
  const both = (unit: keyof Both) => toldByAll([balance[unit], ...views.map((view) => view[unit])]);
  return { value: both("value"), effort: both("effort") };
}

function toldByAll(figures: readonly [Figures, ...Figures[]]): Figures {
  const [own] = figures;
  const told = (name: keyof Figures) => (figures.every((each) => each[name] !== null) ? own[name] : null);
  return {
    agreed: told("agreed"),
    delivered: told("delivered"),
    remaining: told("remaining"),
    forecast: told("forecast"),
  };
}

function computed(rows: ProjectRows, isHidden: (line: Line) => boolean) {
  const periods = new Map(rows.periods.map((row) => [row.id, row.number]));
  const members = new Map(rows.participants.map((row) => [row.id, row.number]));
  return computeBalance(
    rows.contributions
      .toSorted((left, right) => (members.get(left.participantId) ?? 0) - (members.get(right.participantId) ?? 0))
      .map((line) => ({ ...line, hidden: isHidden(line) })),
    rows.updates
      .filter((row) => row.state === "accepted")
      .map((row) => ({ ...row, periodNumber: periods.get(row.periodId) ?? 0 })),
  );
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

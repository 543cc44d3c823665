import { discloseThreeWay } from "../contributions/balance-rules.ts";
import { discloseTotal } from "../contributions/disclosure-rules.ts";
import type { LineForecast, LineOutlook } from "./forecast-rules.ts";
import type { ForecastCell, ForecastCells, ForecastTable, Landing } from "./forecast.ts";

/** A line of the table in one unit: whose it is, whether this reader may see it, and how it stands now and stood before. */
export type TableLine = {
  id: string;
  title: string;
  participantId: string;
  ownerId: string;
  streamId: string | null;
  hidden: boolean;
  now: LineForecast;
  before: LineOutlook;
};

/** For each reader who may learn a total from this one: which lines are hidden from that reader. */
export type TableView = (line: TableLine) => boolean;

type Sum = { agreed: number; delivered: number; forecast: number; before: number };
type Sums = { cells: Sum[]; all: Sum };

const confidential: ForecastCell = { agreed: null, delivered: null, forecast: null, before: null };

/**
 * Sums by member, stream, period and crosswise as one reader may know them. A sum is told only when no line in it is
 * hidden; a period's sum counts the whole project, whatever months hidden lines have, because a reader could subtract all
 * that is told. A member's part of a stream is told unless something may be hidden there: somewhere at that member and
 * somewhere in that stream. The project's grand total alone follows the rule for totals (security.md, R-A12), from every view.
 */
export function tellForecast(lines: readonly TableLine[], periods: number, views: readonly TableView[]): ForecastTable {
  const members = new Map<string, Sums>();
  const streams = new Map<string | null, Sums>();
  const pairs = new Map<string, { line: TableLine; sums: Sums }>();
  const [total, seen] = [emptySums(periods), emptySums(periods)];
  const hidden = { members: new Set<string>(), streams: new Set<string | null>() };
  for (const line of lines) {
    const places = [total, sumsAt(members, line.participantId, periods), sumsAt(streams, line.streamId, periods)];
    if (line.hidden) {
      hidden.members.add(line.participantId);
      hidden.streams.add(line.streamId);
    } else {
      const key = `${line.participantId} ${line.streamId ?? ""}`;
      const pair = pairs.get(key) ?? { line, sums: emptySums(periods) };
      pairs.set(key, pair);
      places.push(seen, pair.sums);
    }
    for (const place of places) addLine(place, line);
  }
  const hasHidden = hidden.members.size > 0;
  return {
    total: { cells: toldUnless(hasHidden, total).cells, all: tellAll(lines, views) },
    seen: toldUnless(false, seen),
    byMember: [...members].map(([participantId, sums]) => ({
      participantId,
      ...toldUnless(hidden.members.has(participantId), sums),
    })),
    byStream: [...streams].map(([streamId, sums]) => ({
      streamId,
      ...toldUnless(hidden.streams.has(streamId), sums),
    })),
    pairs: [...pairs.values()].map(({ line: { participantId, streamId }, sums }) => ({
      participantId,
      streamId,
      ...toldUnless(hidden.members.has(participantId) && hidden.streams.has(streamId), sums),
    })),
    landing: lines.flatMap(landingOf).toSorted((left, right) => right.amount - left.amount),
    hasHidden,
  };
}

function landingOf(line: TableLine): Landing[] {
  const { id, title, participantId, streamId, now } = line;
  return line.hidden || now.landed === null
    ? []
    : [{ contributionId: id, title, participantId, streamId, ...now.landed }];
}

function tellAll(lines: readonly TableLine[], views: readonly TableView[]): ForecastCell {
  const cells = views.map((isHidden) => discloseAll(lines, isHidden));
  const [own] = cells;
  if (!own || cells.some(({ agreed }) => agreed === null)) return confidential;
  return cells.some(({ forecast }) => forecast === null) ? { ...confidential, agreed: own.agreed } : own;
}

// Delivered, forecast and its change are told together or not at all, for each follows from the others.
function discloseAll(lines: readonly TableLine[], isHidden: TableView): ForecastCell {
  const parts = (amount: (line: TableLine) => number) =>
    lines.map((line) => ({ ownerId: line.ownerId, hidden: isHidden(line), amount: amount(line) }));
  const figures = discloseThreeWay(
    lines.map((line) => ({
      ownerId: line.ownerId,
      hidden: isHidden(line),
      agreed: line.now.all.agreed,
      delivered: line.now.all.delivered,
      remaining: line.now.all.forecast - line.now.all.delivered,
    })),
  );
  const before = discloseTotal(parts((line) => line.before.all.forecast));
  const changes = parts((line) => Math.abs(line.now.all.forecast - line.before.all.forecast));
  const changesKept = changes.every((part) => !part.hidden || part.amount === 0) || discloseTotal(changes) !== null;
  if (figures.forecast === null || before === null || !changesKept) return { ...confidential, agreed: figures.agreed };
  return { agreed: figures.agreed, delivered: figures.delivered, forecast: figures.forecast, before };
}

function toldUnless(isHidden: boolean, sums: Sums): ForecastCells {
  if (!isHidden) return { cells: sums.cells.map((cell) => ({ ...cell })), all: { ...sums.all } };
  return { cells: sums.cells.map(() => confidential), all: confidential };
}

function emptySum(): Sum {
  return { agreed: 0, delivered: 0, forecast: 0, before: 0 };
}

function emptySums(periods: number): Sums {
  return { cells: Array.from({ length: periods }, emptySum), all: emptySum() };
}

function sumsAt<Key>(sums: Map<Key, Sums>, key: Key, periods: number): Sums {
  const known = sums.get(key) ?? emptySums(periods);
  sums.set(key, known);
  return known;
}

function addLine(sums: Sums, { now, before }: TableLine): void {
  for (const [index, cell] of sums.cells.entries()) {
    cell.agreed = plus(cell.agreed, now.agreed[index]);
    cell.delivered = plus(cell.delivered, now.delivered[index]);
    cell.forecast = plus(cell.forecast, now.forecast[index]);
    cell.before = plus(cell.before, before.forecast[index]);
  }
  sums.all.agreed = plus(sums.all.agreed, now.all.agreed);
  sums.all.delivered = plus(sums.all.delivered, now.all.delivered);
  sums.all.forecast = plus(sums.all.forecast, now.all.forecast);
  sums.all.before = plus(sums.all.before, before.all.forecast);
}

function plus(left: number, right = 0): number {
  const sum = left + right;
  if (!Number.isSafeInteger(sum)) throw new RangeError("a sum left the safe range");
  return sum;
}

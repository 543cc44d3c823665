import type { PlanLink } from "./plan.ts";

/** A line from the end of one bar to the start of another, as corners. */
export type GanttLine = {
  id: string;
  predecessorId: string;
  successorId: string;
  fromKey: string;
  toKey: string;
  /** One of its tasks is inside of something collapsed; the line ends at what stands for it. */
  isIndirect: boolean;
  points: [x: number, y: number][];
};

type Box = { x: number; y: number; width: number; height: number };

const STUB = 8;
const MOST_SPREAD = 24;

/**
 * Draws the links between the lines that stand for their tasks (`shownAs`): right angles only, and where several meet at
 * one end they are spread over at most 24 px. Links inside of one collapsed line are left out.
 */
export function linesOf(
  links: readonly PlanLink[],
  shownAs: ReadonlyMap<string, string>,
  boxes: ReadonlyMap<string, Box>,
  width: number,
): GanttLine[] {
  const ends = links.flatMap(({ id, predecessorId, successorId }) => {
    const fromKey = shownAs.get(`task:${predecessorId}`);
    const toKey = shownAs.get(`task:${successorId}`);
    if (fromKey === undefined || toKey === undefined || fromKey === toKey) return [];
    const from = boxes.get(fromKey);
    const to = boxes.get(toKey);
    if (!from || !to) return [];
    const isIndirect = fromKey !== `task:${predecessorId}` || toKey !== `task:${successorId}`;
    return [{ id, predecessorId, successorId, fromKey, toKey, from, to, isIndirect }];
  });
  type End = (typeof ends)[number];
  const placesAt = (keyOf: (end: End) => string, otherOf: (end: End) => Box) => {
    const places = new Map<string, { at: number; of: number }>();
    for (const group of Map.groupBy(ends, keyOf).values()) {
      const sorted = group.toSorted(
        (left, right) => otherOf(left).y - otherOf(right).y || (left.id < right.id ? -1 : 1),
      );
      sorted.forEach(({ id }, at) => places.set(id, { at, of: sorted.length }));
    }
    return places;
  };
  const leaving = placesAt(
    ({ fromKey }) => fromKey,
    ({ to }) => to,
  );
  const arriving = placesAt(
    ({ toKey }) => toKey,
    ({ from }) => from,
  );
  const single = { at: 0, of: 1 };
  return ends
    .map(({ from, to, ...line }) => ({
      ...line,
      points: corners(from, to, leaving.get(line.id) ?? single, arriving.get(line.id) ?? single, width),
    }))
    .toSorted((left, right) => (left.id < right.id ? -1 : 1));
}

type Place = { at: number; of: number };

/** How far from the middle of an end a line stands, within the height of its bar. */
function offset({ at, of }: Place, box: Box): number {
  const room = Math.min(MOST_SPREAD, box.height - 8);
  return of === 1 ? 0 : -room / 2 + (room * at) / (of - 1);
}

function corners(from: Box, to: Box, leaving: Place, arriving: Place, width: number): [number, number][] {
  const [x1, y1] = [from.x + from.width, from.y + from.height / 2 + offset(leaving, from)];
  const [x2, y2] = [to.x, to.y + to.height / 2 + offset(arriving, to)];
  const lane = STUB + (leaving.of === 1 ? 0 : ((MOST_SPREAD - STUB) * leaving.at) / (leaving.of - 1));
  const out = Math.min(width - 1, x1 + lane);
  if (x2 - STUB >= out)
    return [
      [x1, y1],
      [out, y1],
      [out, y2],
      [x2, y2],
    ];
  // The other bar starts before this one ends: around it, between the rows.
  const back = Math.max(1, x2 - STUB);
  const between = to.y > from.y ? to.y - 4 : to.y + to.height + 4;
  return [
    [x1, y1],
    [out, y1],
    [out, between],
    [back, between],
    [back, y2],
    [x2, y2],
  ];
}

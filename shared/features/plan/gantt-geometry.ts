import { type GanttLine, linesOf } from "./gantt-links.ts";
import { type GanttGrouping, type GanttRow, ROW_HEIGHT, rowsOf } from "./gantt-rows.ts";
import { type GanttScale, type GanttZoom, scaleOf } from "./gantt-scale.ts";
import type { ProjectPlan, TaskPlace } from "./plan.ts";

export type GanttOptions = {
  groupBy: GanttGrouping;
  zoom: GanttZoom;
  /** Keys of rows that are closed. */
  collapsed: ReadonlySet<string>;
  /** ISO day. */
  today: string;
  baseline?: readonly TaskPlace[];
  monthWidth?: number;
};

/** Which end of a bar nobody has set: there it fades out; `both`: the bar is only an outline at today. */
export type GhostEnd = "none" | "start" | "end" | "both";

/** What a task or a group looks like; pixels from the top left corner of the picture below its header. */
export type GanttBar = {
  row: GanttRow;
  x: number;
  y: number;
  width: number;
  height: number;
  progressWidth: number;
  ghost: GhostEnd;
  baseline: { x: number; y: number; width: number; height: number } | null;
};

/** A milestone or a deliverable: `x` and `y` are its middle. */
export type GanttMark = { row: GanttRow; x: number; y: number; size: number; isUndated: boolean };

export type GanttPicture = {
  scale: GanttScale;
  rows: GanttRow[];
  bars: GanttBar[];
  marks: GanttMark[];
  lines: GanttLine[];
  width: number;
  height: number;
};

const BAR_HEIGHT = 20;
const SUMMARY_HEIGHT = 10;
const BASELINE_HEIGHT = 5;
const MARK_SIZE = 16;
/** Months that stand for a length nobody has set. */
const GHOST_MONTHS = 3;

/**
 * The whole work plan as a picture: pure, and the same for the same plan in whatever order its rows come. Gantt,
 * prints and exports are drawn from this.
 */
export function ganttPicture(plan: ProjectPlan, options: GanttOptions): GanttPicture {
  const scale = scaleOf(plan, options);
  const { rows, shownAs } = rowsOf(plan, { ...options, monthNow: scale.monthNow });
  const baseline = new Map((options.baseline ?? []).map((place) => [`task:${place.id}`, place]));
  const bars: GanttBar[] = [];
  const marks: GanttMark[] = [];
  for (const row of rows) {
    if (row.kind === "task" || row.kind === "group") bars.push(barOf(row, scale, baseline.get(row.key)));
    else marks.push(markOf(row, scale));
  }
  const boxes = new Map(bars.map((bar) => [bar.row.key, bar]));
  const lines = linesOf(plan.links, shownAs, boxes, scale.width);
  return { scale, rows, bars, marks, lines, width: scale.width, height: rows.length * ROW_HEIGHT };
}

/** The plan with tasks at other months. */
export function planWith(plan: ProjectPlan, moves: readonly TaskPlace[]): ProjectPlan {
  if (moves.length === 0) return plan;
  const places = new Map(moves.map((place) => [place.id, place]));
  return { ...plan, tasks: plan.tasks.map((task) => ({ ...task, ...places.get(task.id) })) };
}

function barOf(row: GanttRow, scale: GanttScale, baseline: TaskPlace | undefined): GanttBar {
  const { from, to, ghost } = monthsOf(row, scale);
  const x = scale.startX(from);
  const width = scale.endX(to) - x;
  const height = row.kind === "group" ? SUMMARY_HEIGHT : BAR_HEIGHT;
  const y = row.y + (ROW_HEIGHT - height) / 2 - (baseline && row.kind === "task" ? 3 : 0);
  return {
    row,
    x,
    y,
    width,
    height,
    progressWidth: ghost === "both" ? 0 : (width * (row.progressBp ?? 0)) / 10_000,
    ghost,
    baseline: baseline
      ? {
          x: scale.startX(baseline.startMonth),
          y: y + height + 1,
          width: Math.max(0, scale.endX(baseline.endMonth) - scale.startX(baseline.startMonth)),
          height: BASELINE_HEIGHT,
        }
      : null,
  };
}

/** First and last month that a bar covers; within the picture, also where dates are missing or the wrong way round. */
function monthsOf(row: GanttRow, scale: GanttScale): { from: number; to: number; ghost: GhostEnd } {
  const { startMonth, endMonth } = row;
  const within = (month: number) => Math.min(scale.months, Math.max(1, month));
  if (startMonth !== null && endMonth !== null)
    return { from: startMonth, to: Math.max(startMonth, endMonth), ghost: "none" };
  if (startMonth !== null) return { from: startMonth, to: within(startMonth + GHOST_MONTHS - 1), ghost: "end" };
  if (endMonth !== null) return { from: within(endMonth - GHOST_MONTHS + 1), to: endMonth, ghost: "start" };
  const now = within(scale.monthNow ?? 1);
  return { from: now, to: within(now + GHOST_MONTHS - 1), ghost: "both" };
}

function markOf(row: GanttRow, scale: GanttScale): GanttMark {
  const month = row.endMonth ?? Math.min(scale.months, Math.max(1, scale.monthNow ?? 1));
  return {
    row,
    x: scale.endX(month),
    y: row.y + ROW_HEIGHT / 2,
    size: MARK_SIZE,
    isUndated: row.endMonth === null,
  };
}

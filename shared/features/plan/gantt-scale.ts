import { addDays, addMonths, monthEndOn, monthOf, monthStartOn } from "../../dates.ts";
import type { ProjectPlan, TaskPlace } from "./plan.ts";

export const ganttZooms = ["week", "month", "quarter", "year"] as const;
export type GanttZoom = (typeof ganttZooms)[number];

/** Pixels of a month at each zoom. */
export const monthWidths: Record<GanttZoom, number> = { week: 112, month: 44, quarter: 18, year: 6 };

/** Room right of the last month for marks and lines that leave a bar there. */
export const END_PAD = 40;

/** One cell of a header line; `index` is the number of the quarter, month or week in `year`, or of a project year or month. */
export type HeaderCell = {
  unit: "year" | "quarter" | "month" | "week" | "project-year" | "project-month";
  year: number;
  index: number;
  x: number;
  width: number;
};

/** Months across, and how a month and a day become pixels. */
export type GanttScale = {
  months: number;
  monthWidth: number;
  width: number;
  startX: (month: number) => number;
  endX: (month: number) => number;
  upper: HeaderCell[];
  lower: HeaderCell[];
  todayX: number | null;
  /** The project month of today; null without a start date. */
  monthNow: number | null;
};

type ScaleOptions = { zoom: GanttZoom; monthWidth?: number; today: string; baseline?: readonly TaskPlace[] };

/** The scale that holds every month of the plan and of its baseline; a year at least. */
export function scaleOf(plan: ProjectPlan, options: ScaleOptions): GanttScale {
  const { zoom, today } = options;
  const { startOn } = plan;
  const monthWidth = options.monthWidth ?? monthWidths[zoom];
  const months = lastMonthOf(plan, options.baseline ?? []);
  const [upper, lower] = startOn === null ? projectLines(months, zoom) : calendarLines(startOn, months, zoom);
  const paint = (cells: Cell[]) =>
    cells.map(({ from, to, ...cell }) => ({ ...cell, x: from * monthWidth, width: (to - from) * monthWidth }));
  const now = startOn === null ? null : dayPosition(startOn, today);
  return {
    months,
    monthWidth,
    width: months * monthWidth + END_PAD,
    startX: (month) => (month - 1) * monthWidth,
    endX: (month) => month * monthWidth,
    upper: paint(upper),
    lower: paint(lower),
    todayX: now === null || now < 0 || now > months ? null : now * monthWidth,
    monthNow: startOn === null ? null : monthOf(startOn, today),
  };
}

function lastMonthOf(plan: ProjectPlan, baseline: readonly TaskPlace[]): number {
  let last = plan.durationMonths ?? 12;
  const reach = (month: number | null) => (last = Math.max(last, month ?? 1));
  for (const each of plan.streams) reach(Math.max(each.startMonth ?? 1, each.endMonth ?? 1));
  for (const each of plan.tasks) reach(Math.max(each.startMonth ?? 1, each.endMonth ?? 1));
  for (const each of plan.deliverables) reach(each.dueMonth);
  for (const each of plan.milestones) reach(each.dueMonth);
  for (const each of baseline) reach(each.endMonth);
  return last;
}

/** A cell in months from the start of the project, fractions included. */
type Cell = Pick<HeaderCell, "unit" | "year" | "index"> & { from: number; to: number };

function projectLines(months: number, zoom: GanttZoom): [Cell[], Cell[]] {
  const step = zoom === "year" ? 6 : zoom === "quarter" ? 3 : 1;
  const cells = (unit: Cell["unit"], length: number, indexOf: (first: number) => number) =>
    Array.from({ length: Math.ceil(months / length) }, (_, at): Cell => ({
      unit,
      year: 0,
      index: indexOf(at * length),
      from: at * length,
      to: Math.min(months, (at + 1) * length),
    }));
  return [cells("project-year", 12, (first) => first / 12 + 1), cells("project-month", step, (first) => first + 1)];
}

function calendarLines(startOn: string, months: number, zoom: GanttZoom): [Cell[], Cell[]] {
  const year = () => monthGroups(startOn, months, "year");
  const quarter = () => monthGroups(startOn, months, "quarter");
  const month = () => monthGroups(startOn, months, "month");
  if (zoom === "week") return [month(), weeks(startOn, months)];
  if (zoom === "month") return [quarter(), month()];
  return [year(), quarter()];
}

function monthGroups(startOn: string, months: number, unit: "year" | "quarter" | "month"): Cell[] {
  const cells: Cell[] = [];
  for (let month = 1; month <= months; month += 1) {
    const [year = 0, calendar = 1] = monthStartOn(startOn, month).split("-").map(Number);
    const index = unit === "year" ? 1 : unit === "quarter" ? Math.ceil(calendar / 3) : calendar;
    const last = cells.at(-1);
    if (last?.year === year && last.index === index) last.to = month;
    else cells.push({ unit, year, index, from: month - 1, to: month });
  }
  return cells;
}

/** Where a day begins, in months from the start of the project; each month is as wide as every other. */
function dayPosition(startOn: string, day: string): number {
  const month = monthOf(startOn, day);
  const first = Date.parse(monthStartOn(startOn, month));
  const next = Date.parse(addMonths(startOn, month));
  return month - 1 + (Date.parse(day) - first) / (next - first);
}

function weeks(startOn: string, months: number): Cell[] {
  const cells: Cell[] = [];
  const end = monthEndOn(startOn, months);
  const weekday = (new Date(`${startOn}T00:00:00Z`).getUTCDay() + 6) % 7;
  for (let monday = addDays(startOn, -weekday); monday <= end; monday = addDays(monday, 7)) {
    const next = addDays(monday, 7);
    const [year, index] = weekOf(monday);
    const from = Math.max(0, monday <= startOn ? 0 : dayPosition(startOn, monday));
    const to = next > end ? months : dayPosition(startOn, next);
    if (to > from) cells.push({ unit: "week", year, index, from, to });
  }
  return cells;
}

/** Year and number of the week that begins on a Monday (ISO 8601: week 1 holds the first Thursday). */
function weekOf(monday: string): [number, number] {
  const thursday = addDays(monday, 3);
  const year = Number(thursday.slice(0, 4));
  const days = (Date.parse(thursday) - Date.parse(`${thursday.slice(0, 4)}-01-01`)) / 86_400_000;
  return [year, Math.floor(days / 7) + 1];
}

import { dayOf } from "#shared/dates.ts";
import { type GanttPicture, ganttPicture } from "#shared/features/plan/gantt-geometry.ts";
import { type GanttGrouping, type GanttRow, ROW_HEIGHT } from "#shared/features/plan/gantt-rows.ts";
import { END_PAD, type GanttZoom, type HeaderCell, scaleOf } from "#shared/features/plan/gantt-scale.ts";
import { headerText } from "#shared/features/plan/gantt-texts.ts";
import type { ProjectPlan, TaskPlace } from "#shared/features/plan/plan.ts";
import type { Language } from "#shared/languages.ts";

import { barShape, lineShape, markShape, paintOf, paintsOf } from "./gantt-shapes.ts";
import { type GanttWords, ganttWords } from "./gantt-words.ts";
import { fitting, hair, ink, late, soft, svgText, tag, words } from "./svg-text.ts";

/** Everything a Gantt file is drawn from; plain data. `now` in ms UTC is its only clock. */
export type GanttModel = {
  plan: ProjectPlan;
  language: Language;
  groupBy: GanttGrouping;
  now: number;
  baseline?: TaskPlace[];
};

/** Rows and pixels across of one sheet, and which of how many it is. */
export type SheetPart = { firstRow: number; lastRow: number; left: number; right: number; page: number; pages: number };

const NAME = 300;
const MEMBER = 110;
const FIGURE = 44;
export const NAMES_WIDTH = NAME + MEMBER + 2 * FIGURE;
const TITLE_HEIGHT = 44;
const HEAD_HEIGHT = 48;
const LEGEND_LINE = 20;

const zoomFor = (monthWidth: number): GanttZoom => (monthWidth >= 22 ? "month" : monthWidth >= 10 ? "quarter" : "year");

/** The picture of the whole range at a width of the months that lets it into `room` pixels, within what can be read. */
export function pictureFor(model: GanttModel, room: number, least: number, most: number): GanttPicture {
  const { plan, groupBy, baseline } = model;
  const today = dayOf(model.now);
  const shared = { today, ...(baseline ? { baseline } : {}) };
  const { months } = scaleOf(plan, { zoom: "year", ...shared });
  const monthWidth = Math.min(most, Math.max(least, (room - END_PAD) / months));
  return ganttPicture(plan, { groupBy, zoom: zoomFor(monthWidth), monthWidth, collapsed: new Set(), ...shared });
}

/** Height of a sheet without its rows. */
export const frameHeight = (plan: ProjectPlan, width: number): number =>
  TITLE_HEIGHT + HEAD_HEIGHT + legendLines(plan, width) * LEGEND_LINE + 10;

const legendPlaces = (width: number) => Math.max(1, Math.floor(width / 230));
const legendLines = (plan: ProjectPlan, width: number) => Math.ceil((plan.streams.length + 4) / legendPlaces(width));

/** One sheet as an SVG file: title, header, names, bars and legend, in light colours; the same model, the same bytes. */
export function drawSheet(model: GanttModel, picture: GanttPicture, part: SheetPart): string {
  const { plan, language } = model;
  const own = ganttWords[language];
  const across = part.right - part.left;
  const width = NAMES_WIDTH + across;
  const rows = picture.rows.slice(part.firstRow, part.lastRow);
  const body = rows.length * ROW_HEIGHT;
  const top = TITLE_HEIGHT + HEAD_HEIGHT;
  const height = frameHeight(plan, width) + body;
  const window = (y: number, tall: number, from: number, inner: string) =>
    tag(
      "svg",
      { x: NAMES_WIDTH, y, width: across, height: tall, viewBox: `${part.left} ${from} ${across} ${tall}` },
      inner,
    );
  const firstY = part.firstRow * ROW_HEIGHT;
  return tag(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      width,
      height,
      viewBox: `0 0 ${Math.round(width * 100) / 100} ${height}`,
      "font-family": "Inter, sans-serif",
      lang: language,
    },
    [
      tag("title", {}, svgText(`${plan.acronym} · ${own.gantt}`)),
      paintsOf(plan),
      tag("rect", { width, height, fill: "#fff" }),
      titleLines(model, own, part, width),
      tag("g", { transform: `translate(0 ${TITLE_HEIGHT})` }, namesHead(own)),
      window(TITLE_HEIGHT, HEAD_HEIGHT, 0, header(picture, own, language)),
      tag(
        "g",
        { transform: `translate(0 ${top})` },
        rows.map((row, at) => nameLine(plan, own, row, at, width)).join(""),
      ),
      window(top, Math.max(1, body), firstY, chart(plan, picture, firstY, firstY + body)),
      tag("rect", {
        x: 0.5,
        y: TITLE_HEIGHT,
        width: width - 1,
        height: HEAD_HEIGHT + body,
        fill: "none",
        stroke: hair,
      }),
      legend(plan, own, top + body + 6, width),
    ].join(""),
  );
}

function titleLines({ plan, groupBy, now }: GanttModel, own: GanttWords, part: SheetPart, width: number): string {
  const pages = part.pages > 1 ? ` · ${own.page} ${part.page} / ${part.pages}` : "";
  return (
    words(0, 18, fitting(`${plan.acronym} · ${own.gantt}`, width - 20, 16), { "font-size": 16, "font-weight": 600 }) +
    words(0, 35, `${own.filter[groupBy]} · ${own.made} ${dayOf(now)}${pages}`, { fill: soft })
  );
}

function namesHead(own: GanttWords): string {
  const bold = { "font-weight": 600, fill: soft, "font-size": 10.5 };
  const end = { ...bold, "text-anchor": "end" };
  return [
    words(8, 40, own.title, bold),
    words(NAME + 8, 40, own.member, bold),
    words(NAME + MEMBER + FIGURE - 6, 40, own.from, end),
    words(NAMES_WIDTH - 6, 40, own.to, end),
    tag("line", { x1: NAMES_WIDTH, x2: NAMES_WIDTH, y1: 0, y2: HEAD_HEIGHT, stroke: hair }),
  ].join("");
}

function header({ scale }: GanttPicture, own: GanttWords, language: Language): string {
  const line = (cells: HeaderCell[], y: number, isUpper: boolean) =>
    cells.map((cell) => {
      const end = cell.x + cell.width;
      const at = isUpper ? cell.x + 6 : cell.x + cell.width / 2;
      return (
        tag("line", { x1: end, x2: end, y1: y, y2: y + 24, stroke: hair }) +
        words(at, y + 16, headerText(cell, language), {
          "text-anchor": isUpper ? "start" : "middle",
          "font-weight": isUpper ? 600 : 400,
          fill: isUpper ? ink : soft,
          "font-size": isUpper ? 11 : 10,
        })
      );
    });
  const today =
    scale.todayX === null
      ? ""
      : tag("rect", { x: scale.todayX - 30, y: 3, width: 60, height: 17, rx: 8, fill: late }) +
        words(scale.todayX, 15, own.today, {
          fill: "#fff",
          "font-weight": 600,
          "font-size": 10,
          "text-anchor": "middle",
        });
  return [...line(scale.upper, 0, true), ...line(scale.lower, 24, false), today].join("");
}

function nameLine(plan: ProjectPlan, own: GanttWords, row: GanttRow, at: number, width: number): string {
  const y = at * ROW_HEIGHT;
  const middle = y + 22;
  const isGroup = row.kind === "group";
  const indent = 8 + row.level * 16;
  const title = isGroup && row.id === "" ? own.loose : row.title;
  const member = plan.participants.find(({ id }) => id === row.participantId)?.name ?? "";
  const name = fitting(`${row.code} ${title}`.trim(), NAME - indent - 26, 11.5);
  const swatch =
    row.streamId === null
      ? ""
      : tag("rect", { x: indent, y: y + 12, width: 12, height: 12, rx: 2, fill: paintOf(plan, row.streamId) });
  return [
    isGroup ? tag("rect", { x: 0, y, width, height: ROW_HEIGHT, fill: "#f3f1ed" }) : "",
    swatch,
    words(indent + (swatch === "" ? 0 : 18), middle, name, {
      "font-weight": isGroup ? 600 : 400,
      fill: row.isOverdue ? late : ink,
      "font-size": 11.5,
    }),
    isGroup && row.streamId === null
      ? ""
      : words(NAME + 8, middle, fitting(member, MEMBER - 12, 10.5), { fill: soft, "font-size": 10.5 }),
    words(NAME + MEMBER + FIGURE - 6, middle, String(row.startMonth ?? ""), { fill: soft, "text-anchor": "end" }),
    words(NAMES_WIDTH - 6, middle, String(row.endMonth ?? ""), { fill: soft, "text-anchor": "end" }),
    tag("line", { x1: 0, x2: width, y1: y + ROW_HEIGHT, y2: y + ROW_HEIGHT, stroke: hair, "stroke-width": 0.6 }),
    tag("line", { x1: NAMES_WIDTH, x2: NAMES_WIDTH, y1: y, y2: y + ROW_HEIGHT, stroke: hair }),
  ].join("");
}

function chart(plan: ProjectPlan, picture: GanttPicture, top: number, bottom: number): string {
  const { scale, bars, marks, lines } = picture;
  const isSeen = ({ row }: { row: GanttRow }) => row.y >= top && row.y < bottom;
  const touches = ({ points }: { points: [number, number][] }) =>
    points.some(([, y]) => y >= top) && points.some(([, y]) => y <= bottom);
  const ticks = (scale.lower[0]?.width ?? 0) >= 18 ? scale.lower : scale.upper;
  return [
    ...ticks.map(({ x, width }) =>
      tag("line", { x1: x + width, x2: x + width, y1: top, y2: bottom, stroke: hair, "stroke-width": 0.6 }),
    ),
    scale.todayX === null
      ? ""
      : tag("line", {
          x1: scale.todayX,
          x2: scale.todayX,
          y1: top,
          y2: bottom,
          stroke: late,
          "stroke-width": 1.5,
          "stroke-dasharray": "4 3",
        }),
    ...lines.filter(touches).map(lineShape),
    ...bars.filter(isSeen).map((bar) => barShape(bar, paintOf(plan, bar.row.streamId))),
    ...marks.filter(isSeen).map((mark) => markShape(mark, paintOf(plan, mark.row.streamId))),
  ].join("");
}

function legend(plan: ProjectPlan, own: GanttWords, y: number, width: number): string {
  const places = legendPlaces(width);
  const signs = [`◆ ${own.milestone}`, `▶ ${own.deliverable}`, `! ${own.overdue}`, `✓ ${own.done}`];
  const streams = plan.streams.map(
    ({ id, code, title }) =>
      (x: number, at: number) =>
        tag("rect", { x, y: at + 3, width: 12, height: 12, rx: 2, fill: paintOf(plan, id) }) +
        words(x + 18, at + 13, fitting(`${code} ${title}`, 200, 10.5), { "font-size": 10.5 }),
  );
  const all = [
    ...streams,
    ...signs.map((sign) => (x: number, at: number) => words(x, at + 13, sign, { "font-size": 10.5 })),
  ];
  return all.map((draw, at) => draw((at % places) * 230, y + Math.floor(at / places) * LEGEND_LINE)).join("");
}

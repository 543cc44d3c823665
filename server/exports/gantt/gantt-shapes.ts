import type { GanttBar, GanttMark } from "#shared/features/plan/gantt-geometry.ts";
import type { GanttLine } from "#shared/features/plan/gantt-links.ts";
import { streamPaints } from "#shared/features/plan/gantt-paints.ts";
import type { ProjectPlan } from "#shared/features/plan/plan.ts";
import type { StreamPattern } from "#shared/features/streams/stream-words.ts";

import { ink, late, px, soft, tag, words } from "./svg-text.ts";

const patternPaths: Record<StreamPattern, string> = {
  solid: "",
  stripes: "M-2 2L2-2M0 8L8 0M6 10L10 6",
  dots: "M2 2h.01M6 6h.01",
  grid: "M0 4H8M4 0V8",
  waves: "M0 4Q2 1 4 4T8 4",
};

/** How the fill of a stream is called: by its place, since identifiers say nothing to a reader of the file. */
export const paintOf = (plan: ProjectPlan, streamId: string | null): string => {
  const at = plan.streams.findIndex(({ id }) => id === streamId);
  const stream = plan.streams[at];
  if (!stream) return soft;
  return stream.pattern === "solid" ? streamPaints[stream.colour].light : `url(#s${at})`;
};

/** Colour and pattern of every stream, and the fading of missing ends. */
export function paintsOf(plan: ProjectPlan): string {
  const paints = plan.streams.map(({ colour, pattern }, at) =>
    tag(
      "pattern",
      { id: `s${at}`, width: 8, height: 8, patternUnits: "userSpaceOnUse" },
      tag("rect", { width: 8, height: 8, fill: streamPaints[colour].light }) +
        (patternPaths[pattern] === ""
          ? ""
          : tag("path", {
              d: patternPaths[pattern],
              fill: "none",
              stroke: "#fff",
              "stroke-opacity": 0.6,
              "stroke-width": pattern === "dots" ? 2.4 : 1.4,
              "stroke-linecap": "round",
            })),
    ),
  );
  return tag("defs", {}, paints.join(""));
}

/** A ground of white around letters that lines may cross. */
const haloed = { stroke: "#fff", "stroke-width": 3, "stroke-linejoin": "round", "paint-order": "stroke" };

/** A bar with its progress, its missing ends and the baseline below it. */
export function barShape(bar: GanttBar, fill: string): string {
  const { row, x, y, width, height, progressWidth, ghost, baseline } = bar;
  if (row.kind === "group") return summaryShape(bar);
  const box = { x, y, width, height, rx: 3 };
  const below = baseline ? tag("rect", { ...baseline, rx: 2, fill: "#98928a" }) : "";
  const code = words(x + width + 16, y + height / 2 + 4, `${row.isOverdue ? "! " : ""}${row.code}`, {
    ...haloed,
    fill: row.isOverdue ? late : ink,
    "font-size": 10,
  });
  if (ghost === "both")
    return below + tag("rect", { ...box, fill: "none", stroke: soft, "stroke-dasharray": "5 4" }) + code;
  const stroke = row.isOverdue ? late : "#00000040";
  const dashed = ghost === "none" ? {} : { "stroke-dasharray": "4 3" };
  return (
    below +
    tag(
      "g",
      { opacity: row.isDropped ? 0.4 : undefined },
      [
        tag("rect", { ...box, fill, "fill-opacity": ghost === "none" ? 0.42 : 0.2 }),
        progressWidth > 0 ? tag("rect", { ...box, width: progressWidth, fill }) : "",
        tag("rect", { ...box, fill: "none", stroke, "stroke-width": row.isOverdue ? 2 : 1, ...dashed }),
      ].join(""),
    ) +
    code
  );
}

function summaryShape({ row, x, y, width, height }: GanttBar): string {
  const drop = Math.min(6, width / 2);
  const d = `M${px(x)} ${px(y)}h${px(width)}v${px(height)}l-${px(drop)}-4h-${px(width - 2 * drop)}l-${px(drop)} 4z`;
  return tag("path", { d, fill: row.isExceeded ? late : ink });
}

/** A diamond or a flag with its code. */
export function markShape({ row, x, y, size, isUndated }: GanttMark, fill: string): string {
  const half = size / 2;
  const d =
    row.kind === "milestone"
      ? `M${px(x)} ${px(y - half)}l${half} ${half}l-${half} ${half}l-${half}-${half}z`
      : `M${px(x - half)} ${px(y - half)}h${size}l-4 ${half - 1}l4 ${half - 1}h-${size}z`;
  const sign = row.isDone ? "✓ " : row.isOverdue ? "! " : "";
  return (
    tag("path", {
      d,
      fill,
      "fill-opacity": row.isDone || row.kind === "milestone" ? 1 : 0.55,
      stroke: row.isOverdue ? late : "#00000066",
      "stroke-width": row.isOverdue ? 2 : 1,
      "stroke-dasharray": isUndated ? "3 2" : undefined,
    }) + words(x + half + 5, y + 4, sign + row.code, { fill: row.isOverdue ? late : ink, "font-size": 10 })
  );
}

/** A link with its arrow. */
export function lineShape({ points, isIndirect }: GanttLine): string {
  const [x, y] = points.at(-1) ?? [0, 0];
  return (
    tag("polyline", {
      points: points.map((point) => point.map(px).join(",")).join(" "),
      fill: "none",
      stroke: "#6f6a61",
      "stroke-dasharray": isIndirect ? "4 3" : undefined,
    }) + tag("path", { d: `M${px(x)} ${px(y)}l-5-3.5v7z`, fill: "#6f6a61" })
  );
}

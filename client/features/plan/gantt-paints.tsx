import type { ProjectPlan } from "#shared/features/plan/plan.ts";
import { streamPaints } from "#shared/features/plan/gantt-paints.ts";
import type { StreamColour, StreamPattern } from "#shared/features/streams/stream-words.ts";

/** The colour of a stream, right on light and on dark ground. */
export const colourOf = (colour: StreamColour): string =>
  `light-dark(${streamPaints[colour].light}, ${streamPaints[colour].dark})`;

const patternPaths: Record<StreamPattern, string> = {
  solid: "",
  stripes: "M-2 2L2-2M0 8L8 0M6 10L10 6",
  dots: "M2 2h.01M6 6h.01",
  grid: "M0 4H8M4 0V8",
  waves: "M0 4Q2 1 4 4T8 4",
};

/** The colour and pattern of each stream, to fill bars with: `url(#gantt-<stream>)`. */
export function GanttPaints({ streams }: { streams: ProjectPlan["streams"] }) {
  return (
    <defs>
      {streams.map(({ id, colour, pattern }) => (
        <pattern key={id} id={`gantt-${id}`} width={8} height={8} patternUnits="userSpaceOnUse">
          <rect width={8} height={8} style={{ fill: colourOf(colour) }} />
          <path
            d={patternPaths[pattern]}
            fill="none"
            strokeWidth={pattern === "dots" ? 2.4 : 1.4}
            strokeLinecap="round"
            style={{ stroke: "light-dark(#fff9, #000a)" }}
          />
        </pattern>
      ))}
      <linearGradient id="gantt-fade-end">
        <stop offset="0.3" stopColor="#fff" />
        <stop offset="1" stopColor="#fff" stopOpacity="0.05" />
      </linearGradient>
      <linearGradient id="gantt-fade-start">
        <stop offset="0" stopColor="#fff" stopOpacity="0.05" />
        <stop offset="0.7" stopColor="#fff" />
      </linearGradient>
      <mask id="gantt-mask-end" maskContentUnits="objectBoundingBox">
        <rect width="1" height="1" fill="url(#gantt-fade-end)" />
      </mask>
      <mask id="gantt-mask-start" maskContentUnits="objectBoundingBox">
        <rect width="1" height="1" fill="url(#gantt-fade-start)" />
      </mask>
    </defs>
  );
}

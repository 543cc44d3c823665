import { type ContributionKind, contributionKinds } from "#shared/features/contributions/contribution-words.ts";
import type { SummaryBar } from "#shared/features/exports/summary.ts";

/** Fill of each kind in charts: a colour and, where the format can, a pattern, so that no kind is told by colour alone. */
export const kindColours: Record<ContributionKind, string> = {
  effort: "0B6E6E",
  cash: "C2570C",
  "in-kind": "2F5FB3",
  equipment: "7A3E9D",
  technology: "5B7F10",
};

/** The light ground under a kind's pattern. */
const kindGrounds: Record<ContributionKind, string> = {
  effort: "0B6E6E",
  cash: "F3D5BF",
  "in-kind": "D0DCF2",
  equipment: "E2D0EB",
  technology: "D9E6BF",
};

/** Kinds that occur in the bars, in the order of the closed list. */
export function kindsInBars(bars: readonly SummaryBar[]): ContributionKind[] {
  return contributionKinds.filter((kind) => bars.some((bar) => bar.cents[kind] > 0));
}

/** Sum of a bar's visible parts in cents. */
export function barTotal(bar: SummaryBar): number {
  return contributionKinds.reduce((sum, kind) => sum + bar.cents[kind], 0);
}

/** Preset patterns of Office charts (ECMA-376, ST_PresetPatternVal); effort stays solid. */
const kindPatterns: Record<ContributionKind, string | null> = {
  effort: null,
  cash: "wdUpDiag",
  "in-kind": "pct40",
  equipment: "openDmnd",
  technology: "dkHorz",
};

/** Gives each kind's series its pattern in a chart part (`c:chartSpace`), found by the kind's own colour. */
export function chartPatterns(xml: string): string {
  return contributionKinds.reduce((text, kind) => {
    const preset = kindPatterns[kind];
    if (preset === null) return text;
    const colour = kindColours[kind];
    return text.replaceAll(
      new RegExp(`<a:solidFill>\\s*<a:srgbClr val="${colour}"\\s*(?:/>|></a:srgbClr>)\\s*</a:solidFill>`, "g"),
      `<a:pattFill prst="${preset}"><a:fgClr><a:srgbClr val="${colour}"/></a:fgClr><a:bgClr><a:srgbClr val="${kindGrounds[kind]}"/></a:bgClr></a:pattFill>`,
    );
  }, xml);
}

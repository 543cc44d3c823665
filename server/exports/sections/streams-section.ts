import type { SummaryStream, SummaryValue } from "#shared/features/exports/summary.ts";

import type { DocumentSection } from "../summary-document.ts";
import { integerValue, monthsValue, monthValue, type SectionContext, textValue, wordValue } from "./section-context.ts";

/** Technology streams with readiness levels and lead. */
export function streamsSection({ summary, labels }: SectionContext): DocumentSection {
  const { columns: heads } = labels;
  return {
    key: "streams",
    name: labels.sections.streams,
    heading: labels.headings.streams,
    blocks: [
      {
        type: "table",
        table: {
          columns: [
            { heading: heads.code, weight: 8 },
            { heading: heads.title, weight: 36 },
            { heading: heads.kind, weight: 15, only: "sheets" },
            { heading: heads.lead, weight: 26 },
            { heading: heads.months, weight: 12, end: true, only: "pages" },
            { heading: heads.fromMonth, weight: 11, end: true, only: "sheets" },
            { heading: heads.toMonth, weight: 11, end: true, only: "sheets" },
            { heading: heads.trlLevels, weight: 20, only: "pages" },
            { heading: heads.trlStart, weight: 12, end: true, only: "sheets" },
            { heading: heads.trlNow, weight: 12, end: true, only: "sheets" },
            { heading: heads.trlTarget, weight: 12, end: true, only: "sheets" },
            { heading: heads.state, weight: 13 },
          ],
          rows: summary.streams.map((stream) => ({
            cells: [
              textValue(stream.code),
              textValue(stream.title),
              wordValue("streamKind", stream.kind),
              textValue(stream.lead),
              monthsValue(stream.startMonth, stream.endMonth),
              monthValue(stream.startMonth),
              monthValue(stream.endMonth),
              levelsOf(stream),
              integerValue(stream.trlStart),
              integerValue(stream.trlNow),
              integerValue(stream.trlTarget),
              wordValue("streamState", stream.state),
            ],
          })),
          empty: labels.notes.noStreams,
        },
      },
    ],
  };
}

/** "4 / 5 / 8": at start, now, target. */
function levelsOf({ trlStart, trlNow, trlTarget }: SummaryStream): SummaryValue {
  if (trlStart === null && trlNow === null && trlTarget === null) return { type: "none" };
  return textValue([trlStart, trlNow, trlTarget].map((level) => level ?? "–").join(" / "));
}

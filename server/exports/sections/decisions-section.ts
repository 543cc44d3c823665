import type { DocumentSection } from "../summary-document.ts";
import { dayValue, integerValue, type SectionContext, textValue, wordValue } from "./section-context.ts";

const share = (basisPoints: number) => ({ type: "share" as const, basisPoints });

/** The closed votes with their frozen results; no section where there is none, or none for this audience. */
export function decisionsSection({ summary, labels }: SectionContext): DocumentSection[] {
  const { columns: heads } = labels;
  if (summary.decisions === null || summary.decisions.length === 0) return [];
  const rows = summary.decisions.map((decision) => ({
    cells: [
      integerValue(decision.number),
      textValue(decision.title),
      dayValue(decision.closedOn),
      wordValue("decisionOutcome", decision.accepted ? "accepted" : decision.quorumReached ? "rejected" : "no-quorum"),
      share(decision.yesBp),
      share(decision.noBp),
      share(decision.abstainBp),
      share(decision.absentBp),
    ],
  }));
  const columns = [
    { heading: heads.number, weight: 7, end: true },
    { heading: heads.question, weight: 40 },
    { heading: heads.closedOn, weight: 15 },
    { heading: heads.outcome, weight: 22 },
    { heading: heads.yes, weight: 12, end: true },
    { heading: heads.no, weight: 12, end: true },
    { heading: heads.abstained, weight: 14, end: true },
    { heading: heads.notVoted, weight: 14, end: true },
  ];
  return [
    {
      key: "decisions",
      name: labels.sections.decisions,
      heading: labels.headings.decisions,
      blocks: [
        { type: "table", table: { columns, rows, empty: "" } },
        { type: "note", text: labels.notes.decisions },
      ],
    },
  ];
}

import type { DocumentBlock, DocumentSection } from "../summary-document.ts";
import { dayValue, integerValue, monthValue, type SectionContext, textValue } from "./section-context.ts";

/** Milestones that fall due from now to the end of the next reporting period. */
export function milestonesSection({ summary, labels, text }: SectionContext): DocumentSection {
  const { columns: heads, notes } = labels;
  const blocks: DocumentBlock[] = [];
  if (summary.period === null) {
    blocks.push({ type: "note", text: notes.noPeriod });
  } else {
    const { fromMonth, toMonth, fromOn, toOn } = summary.period;
    const from = fromOn === null ? `${labels.month.toLowerCase()} ${fromMonth}` : text.day(fromOn);
    const to = toOn === null ? `${labels.month.toLowerCase()} ${toMonth}` : text.day(toOn);
    blocks.push({ type: "note", text: `${notes.milestonesFrom} ${from} ${notes.milestonesTo} ${to}` });
  }
  blocks.push({
    type: "table",
    table: {
      columns: [
        { heading: heads.number, weight: 7, end: true },
        { heading: heads.milestone, weight: 36 },
        { heading: heads.stream, weight: 14 },
        { heading: heads.dueMonth, weight: 10, end: true, only: "sheets" },
        { heading: heads.due, weight: 14 },
        { heading: heads.reached, weight: 14 },
        { heading: heads.verification, weight: 30 },
      ],
      rows: summary.milestones.map((milestone) => ({
        cells: [
          integerValue(milestone.number),
          textValue(milestone.title),
          textValue(milestone.streams.join(", ")),
          monthValue(milestone.dueMonth),
          milestone.dueOn === null ? textValue(`${labels.month} ${milestone.dueMonth}`) : dayValue(milestone.dueOn),
          dayValue(milestone.reachedOn),
          textValue(milestone.verification),
        ],
      })),
      empty: summary.period === null ? "" : notes.noMilestones,
    },
  });
  return { key: "milestones", name: labels.sections.milestones, heading: labels.headings.milestones, blocks };
}

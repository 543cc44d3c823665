import type { SummaryChange } from "#shared/features/exports/summary.ts";

import type { DocumentBlock, DocumentChange, DocumentSection } from "../summary-document.ts";
import type { SectionContext } from "./section-context.ts";

const actions = ["added", "changed", "removed"] as const;

/** What was added, changed and removed since the requester's last export for this audience. */
export function changesSection({ summary, labels, text }: SectionContext): DocumentSection {
  return { key: "changes", name: labels.sections.changes, heading: labels.headings.changes, blocks: blocksOf() };

  function blocksOf(): DocumentBlock[] {
    const { notes } = labels;
    if (summary.changes === null) return [{ type: "note", text: notes.firstExport }];
    const { sinceAt, changes, leftOut } = summary.changes;
    const since: DocumentBlock = { type: "note", text: `${notes.changesSince} ${text.instant(sinceAt)}` };
    if (changes.length === 0) return [since, { type: "note", text: notes.noChanges }];
    const groups = actions
      .map((action) => ({
        action: labels.changeActions[action],
        changes: changes.filter((change) => change.action === action).map(changeOf),
      }))
      .filter((group) => group.changes.length > 0);
    const rest: DocumentBlock[] =
      leftOut > 0 ? [{ type: "note", text: `+ ${text.integer(leftOut)} ${notes.moreChanges}` }] : [];
    return [since, { type: "changes", groups }, ...rest];
  }

  function changeOf(change: SummaryChange): DocumentChange {
    const names = new Map(Object.entries(labels.fields));
    return {
      entity: labels.entities[change.entity],
      name: change.name,
      fields: change.fields.map(({ field, before, after }) => ({ label: names.get(field) ?? field, before, after })),
    };
  }
}

import { Paragraph, TextRun } from "docx";

import type { DocumentBlock } from "../summary-document.ts";
import { valueRun, type WordContext } from "./docx-runs.ts";
import { SOFT } from "./docx-styles.ts";

/** Changes as sentences under one heading for each action: record, then field by field old → new. */
export function docxChanges(
  context: WordContext,
  groups: Extract<DocumentBlock, { type: "changes" }>["groups"],
): Paragraph[] {
  return groups.flatMap((group) => [
    new Paragraph({ text: group.action, style: "Heading2" }),
    ...group.changes.flatMap((change) => [
      new Paragraph({
        children: [
          new TextRun({ text: `${change.entity}: `, color: SOFT }),
          new TextRun({ text: change.name, bold: true }),
        ],
        keepNext: change.fields.length > 0,
      }),
      ...change.fields.map(
        (field) =>
          new Paragraph({
            indent: { left: 360 },
            children: [
              new TextRun({ text: `${field.label}: `, color: SOFT }),
              ...(field.before.type === "none"
                ? []
                : [valueRun(context, field.before, { strike: true, withUnit: true }), new TextRun(" → ")]),
              valueRun(context, field.after, { withUnit: true }),
            ],
          }),
      ),
    ]),
  ]);
}

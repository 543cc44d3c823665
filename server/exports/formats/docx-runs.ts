import { TextRun } from "docx";

import type { SummaryValue } from "#shared/features/exports/summary.ts";

import type { SummaryLabels } from "../locales/en.ts";
import { SOFT } from "./docx-styles.ts";
import type { ValueText } from "./value-text.ts";

/** `width` of the text area in twentieths of a point. */
export type WordContext = { labels: SummaryLabels; writer: ValueText; width: number };

/** A value as a run; "confidential" stands out from figures. */
export function valueRun(
  context: WordContext,
  value: SummaryValue,
  options: { bold?: boolean; withUnit?: boolean; strike?: boolean; narrow?: boolean } = {},
): TextRun {
  const long = options.withUnit ? context.writer.writeWithUnit(value) : context.writer.write(value);
  const text = options.narrow && value.type === "confidential" ? context.labels.confidentialShort : long;
  const muted = value.type === "confidential" || options.strike === true;
  return new TextRun({
    text,
    ...(options.bold ? { bold: true } : {}),
    ...(options.strike ? { strike: true } : {}),
    ...(muted ? { color: SOFT } : {}),
    ...(value.type === "confidential" ? { italics: true } : {}),
  });
}

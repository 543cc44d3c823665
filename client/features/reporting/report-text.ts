import { decimalCodec, scaledCodec } from "#client/lib/field-codec.ts";
import type { Report, TodoItem } from "#shared/features/reporting/update.ts";

/** A report as a person types it; each field is named as in the report. */
export type ReportText = Record<keyof Report, string>;

/** The decimals that each number of a report is typed with; the currency decides for money. */
function placesOf(moneyPlaces: number) {
  return {
    deliveredPmHundredths: 2,
    remainingPmHundredths: 2,
    deliveredCents: moneyPlaces,
    remainingCents: moneyPlaces,
    progressBp: 2,
  } as const;
}

export const emptyReport: Report = {
  deliveredPmHundredths: null,
  deliveredQuantity: null,
  deliveredCents: null,
  remainingPmHundredths: null,
  remainingQuantity: null,
  remainingCents: null,
  progressBp: null,
  text: "",
  lateReason: "",
};

/** The saved report of an item, alone; empty when nothing is saved yet. */
export function savedReport(update: TodoItem["update"]): Report {
  if (update === null) return emptyReport;
  return Object.fromEntries(Object.keys(emptyReport).map((name) => [name, update[name as keyof Report]])) as Report;
}

/** The text of a report as it stands. */
export function textOfReport(report: Report, moneyPlaces: number): ReportText {
  const text: Record<string, string> = {
    text: report.text,
    lateReason: report.lateReason,
    deliveredQuantity: report.deliveredQuantity ?? "",
    remainingQuantity: report.remainingQuantity ?? "",
  };
  for (const [name, places] of Object.entries(placesOf(moneyPlaces)))
    text[name] = scaledCodec(places).write(report[name as "progressBp"]);
  return text as ReportText;
}

/** Reads a typed report; `unreadable` names the fields that are no number (they are not in `report`). */
export function readReport(
  text: ReportText,
  moneyPlaces: number,
): { report: Partial<Report>; unreadable: (keyof Report)[] } {
  const report: Record<string, unknown> = { text: text.text, lateReason: text.lateReason };
  const unreadable: (keyof Report)[] = [];
  for (const [name, places] of Object.entries(placesOf(moneyPlaces))) {
    const value = scaledCodec(places).read(text[name as keyof Report]);
    const isTooMuch = name === "progressBp" && (value ?? 0) > 10_000;
    if (value === undefined || isTooMuch || (value !== null && value < 0)) unreadable.push(name as keyof Report);
    else report[name] = value;
  }
  for (const name of ["deliveredQuantity", "remainingQuantity"] as const) {
    const value = decimalCodec.read(text[name]);
    if (value === undefined) unreadable.push(name);
    else report[name] = value;
  }
  return { report: report, unreadable };
}

/** The fields of `next` that differ from what is saved. */
export function changedReport(saved: Report, next: Partial<Report>): Partial<Report> {
  return Object.fromEntries(Object.entries(next).filter(([name, value]) => value !== saved[name as keyof Report]));
}

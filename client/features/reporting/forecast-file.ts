import type { Forecast, ForecastCell, ForecastCells } from "#shared/features/reporting/forecast.ts";
import { minorPlaces } from "#shared/currency.ts";
import { formatScaled } from "#shared/scaled.ts";

// A spreadsheet would take what begins with one of these for a formula.
const formulaSigns = /^[=+\-@\t\r\n\u{ff1d}\u{ff0b}\u{ff0d}\u{ff20}]/u;

function quoted(value: string): string {
  return `"${(formulaSigns.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`;
}

type Words = {
  heads: readonly string[];
  confidential: string;
  total: string;
  member: (id: string) => string;
  stream: (id: string | null) => string;
};

/**
 * The table as a CSV file with a byte order mark: one line for each member, stream and period, then for each member, each
 * stream and the project (the other column says total), as this reader may know them; figures with a dot.
 */
export function forecastFile(forecast: Forecast, words: Words): string {
  const places = forecast.unit === "value" ? minorPlaces(forecast.currency) : 2;
  const amount = (value: number | null) => (value === null ? quoted(words.confidential) : formatScaled(value, places));
  const figures = ({ agreed, delivered, forecast: now, before }: ForecastCell) => [
    amount(agreed),
    amount(delivered),
    amount(now),
    amount(before),
  ];
  const rowsOf = (member: string, stream: string, row: ForecastCells) => [
    ...row.cells.map((cell, at) => [
      quoted(member),
      quoted(stream),
      String(forecast.periods[at]?.number ?? ""),
      ...figures(cell),
    ]),
    [quoted(member), quoted(stream), quoted(words.total), ...figures(row.all)],
  ];
  const rows = [
    words.heads.map(quoted),
    ...forecast.pairs.flatMap((row) => rowsOf(words.member(row.participantId), words.stream(row.streamId), row)),
    ...forecast.byMember.flatMap((row) => rowsOf(words.member(row.participantId), words.total, row)),
    ...forecast.byStream.flatMap((row) => rowsOf(words.total, words.stream(row.streamId), row)),
    ...rowsOf(words.total, words.total, forecast.total),
  ];
  return `\u{feff}${rows.map((cells) => cells.join(",")).join("\r\n")}\r\n`;
}

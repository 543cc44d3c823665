import { addDays } from "../../dates.ts";

/** One entry that takes a whole day. */
export type CalendarEntry = {
  /** The same for the life of the record. */
  uid: string;
  /** Rises with every change. */
  sequence: number;
  /** Last change, in ms UTC. */
  changedAt: number;
  /** ISO day. */
  on: string;
  title: string;
  description: string;
  categories: readonly string[];
  url: string;
  isCancelled: boolean;
};

export type Calendar = { name: string; entries: readonly CalendarEntry[] };

const FOLD_OCTETS = 75;

/** A calendar as RFC 5545 has it: CRLF, lines folded at 75 octets, texts escaped; same calendar, same text. */
export function writeCalendar({ name, entries }: Calendar): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Consortia//Work plan//EN",
    "CALSCALE:GREGORIAN",
    `X-WR-CALNAME:${escapeText(name)}`,
    "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
    "X-PUBLISHED-TTL:PT6H",
    ...entries.flatMap(entryLines),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join("");
}

function entryLines(entry: CalendarEntry): string[] {
  return [
    "BEGIN:VEVENT",
    `UID:${escapeText(entry.uid)}`,
    `DTSTAMP:${stampOf(entry.changedAt)}`,
    `LAST-MODIFIED:${stampOf(entry.changedAt)}`,
    `SEQUENCE:${entry.sequence}`,
    `DTSTART;VALUE=DATE:${compactDay(entry.on)}`,
    // The end of a day without times is the day after it.
    `DTEND;VALUE=DATE:${compactDay(addDays(entry.on, 1))}`,
    `SUMMARY:${escapeText(entry.title)}`,
    ...(entry.description === "" ? [] : [`DESCRIPTION:${escapeText(entry.description)}`]),
    ...(entry.categories.length === 0 ? [] : [`CATEGORIES:${entry.categories.map(escapeText).join(",")}`]),
    `URL:${entry.url}`,
    `STATUS:${entry.isCancelled ? "CANCELLED" : "CONFIRMED"}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

/** A value of type TEXT (RFC 5545, 3.3.11); control characters, which it cannot carry, become blanks. */
export function escapeText(text: string): string {
  return text
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(/\p{Cc}/gu, (sign) => (sign === "\n" ? sign : " "))
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll("\n", "\\n");
}

/** Breaks a line so that no part is longer than 75 octets of UTF-8, and no character is torn (RFC 5545, 3.1). */
export function foldLine(line: string): string {
  let folded = "";
  let octets = 0;
  for (const sign of line) {
    const size = octetsOf(sign);
    if (octets + size > FOLD_OCTETS) {
      folded += "\r\n ";
      octets = 1;
    }
    folded += sign;
    octets += size;
  }
  return folded;
}

function octetsOf(sign: string): number {
  const point = sign.codePointAt(0) ?? 0;
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x1_00_00 ? 3 : 4;
}

const compactDay = (on: string) => on.replaceAll("-", "");

function stampOf(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19).replaceAll(/[-:]/g, "")}Z`;
}

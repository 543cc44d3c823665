/** The zone of whatever has none of its own. */
export const usualTimeZone = "Europe/Helsinki";

const hourMs = 3_600_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** Formatters are costly to make: one for each zone is kept. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const numeric = { year: "numeric", month: "2-digit", day: "2-digit" } as const;
  const time = { hour: "2-digit", minute: "2-digit", second: "2-digit" } as const;
  const made = new Intl.DateTimeFormat("en-US", { timeZone, hourCycle: "h23", ...numeric, ...time });
  formats.set(timeZone, made);
  return made;
}

/** Whether this computer knows a zone by its IANA name. */
export function isTimeZone(name: string): boolean {
  try {
    return formatOf(name).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

/** The wall clock of a zone at an instant, as if it were UTC (ms). */
function wallClock(at: number, timeZone: string): number {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const of = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? 0;
  return Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute"), of("second"));
}

/** The calendar day (ISO) that an instant (ms UTC) falls on in a zone. */
export function dayInZone(at: number, timeZone: string): string {
  return new Date(wallClock(at, timeZone)).toISOString().slice(0, 10);
}

/**
 * The instant (ms UTC) at which a zone's clocks show `hour` (0–23) of a day. An hour that summer time leaves out is taken
 * one hour later, one that comes twice the first time.
 */
export function instantInZone(day: string, hour: number, timeZone: string): number {
  const wanted = Date.parse(`${day}T00:00:00Z`) + hour * hourMs;
  // Offsets before and after any change of clocks around that hour; zones differ from UTC by at most 14 hours.
  const offsets = [-26, 26].map((hours) => wallClock(wanted + hours * hourMs, timeZone) - (wanted + hours * hourMs));
  const candidates = offsets.map((offset) => wanted - offset).toSorted((left, right) => left - right);
  return candidates.find((at) => wallClock(at, timeZone) === wanted) ?? candidates.at(-1) ?? wanted;
}

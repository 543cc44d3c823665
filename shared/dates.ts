import { z } from "zod";

/** A calendar day as ISO text, `YYYY-MM-DD`, without time zone. */
export const daySchema = z.iso.date();

/** A project month: 1 is the month the project starts in. */
export const monthSchema = z.int().min(1).max(999);

/** A point in time: milliseconds since 1970 in UTC. */
export const instantSchema = z.int();

/** The last day of a month given as year and month (1–12). */
function lastDayOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Moves a day by whole months; the 31st becomes the last day of a shorter month. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const index = year * 12 + (month - 1) + months;
  const newYear = Math.floor(index / 12);
  const newMonth = (index % 12) + 1;
  const newDate = Math.min(date, lastDayOf(newYear, newMonth));
  return `${String(newYear).padStart(4, "0")}-${String(newMonth).padStart(2, "0")}-${String(newDate).padStart(2, "0")}`;
}

/** Moves a day by whole days (negative goes back). */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** First day of project month `month` (1-based) for a project starting on `startOn`. */
export function monthStartOn(startOn: string, month: number): string {
  return addMonths(startOn, month - 1);
}

/** Last day of project month `month` (1-based) for a project starting on `startOn`. */
export function monthEndOn(startOn: string, month: number): string {
  return addDays(addMonths(startOn, month), -1);
}

/** The project month a day falls in; 0 or less before the start. */
export function monthOf(startOn: string, day: string): number {
  const [startYear = 0, startMonth = 1] = startOn.split("-").map(Number);
  const [year = 0, month = 1] = day.split("-").map(Number);
  const guess = (year - startYear) * 12 + (month - startMonth) + 1;
  return day >= monthStartOn(startOn, guess) ? guess : guess - 1;
}

/** The day (UTC) of an instant. */
export function dayOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}

import type { CalendarFile } from "#shared/features/calendar/calendar.ts";

/** Hands a calendar to the browser as a download. */
export function saveCalendar({ fileName, text }: CalendarFile): void {
  const url = URL.createObjectURL(new Blob([text], { type: "text/calendar;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(url);
}

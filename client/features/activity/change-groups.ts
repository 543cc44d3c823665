import type { ChangeRow } from "#shared/features/changes/change.ts";

export type ChangeDay = { day: string; groups: ChangeRow[][] };

/** Sorts changes (newest first) into days of the reader's time zone, and within a day into acts: one transaction, one act. */
export function changesByDay(rows: readonly ChangeRow[], dayOf: (at: number) => string): ChangeDay[] {
  const days: ChangeDay[] = [];
  for (const row of rows) {
    const day = dayOf(row.at);
    let last = days.at(-1);
    if (last?.day !== day) days.push((last = { day, groups: [] }));
    const group = last.groups.at(-1);
    if (group?.[0]?.groupId === row.groupId) group.push(row);
    else last.groups.push([row]);
  }
  return days;
}

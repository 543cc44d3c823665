import type { ChangeRow } from "#shared/features/changes/change.ts";

/** What a change is called: a new line of the ledger is a proposal. */
export function actionOf({ entity, action }: Pick<ChangeRow, "entity" | "action">): string {
  return entity === "contribution" && action === "created" ? "proposed" : action;
}

// A form that saves by itself leaves one row after the other; read together they are one act.
function isSavedAgain(row: ChangeRow, later: ChangeRow | undefined): boolean {
  return (
    later !== undefined &&
    row.action === "saved" &&
    later.action === "saved" &&
    row.entityId === later.entityId &&
    row.actorName === later.actorName
  );
}

export type ChangeDay = { day: string; groups: ChangeRow[][] };

/** Sorts changes (newest first) into days of the reader's time zone, and within a day into acts: one transaction, one act. */
export function changesByDay(rows: readonly ChangeRow[], dayOf: (at: number) => string): ChangeDay[] {
  const days: ChangeDay[] = [];
  for (const [index, row] of rows.entries()) {
    if (isSavedAgain(row, rows[index - 1])) continue;
    const day = dayOf(row.at);
    let last = days.at(-1);
    if (last?.day !== day) days.push((last = { day, groups: [] }));
    const group = last.groups.at(-1);
    if (group?.[0]?.groupId === row.groupId) group.push(row);
    else last.groups.push([row]);
  }
  return days;
}

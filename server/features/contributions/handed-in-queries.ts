import { and, asc, eq, inArray } from "drizzle-orm";

import { isItself, type Standing } from "#shared/features/members/standing.ts";
import { type Report, reportSchema } from "#shared/features/reporting/update.ts";
import type { UpdateState } from "#shared/features/reporting/update-words.ts";

import type { ReadDb } from "#server/db/database.ts";
import { changes } from "#server/db/schema/index.ts";

type ReportFields = { [Field in keyof Report]: Report[Field] };
type Reported = ReportFields & {
  id: string;
  participantId: string;
  state: UpdateState;
  updatedAt: number;
  reviewedAt: number | null;
};

/** A report without contents. */
export const blankReport: Report = {
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

/**
 * Reports as this reader may know them: of a returned report of somebody else what was handed in last, because what the
 * member writes after it came back is a draft again until it is handed in.
 */
export async function asHandedIn<Row extends Reported>(
  db: ReadDb,
  standing: Pick<Standing, "participantIds" | "viewedBy">,
  rows: readonly Row[],
): Promise<Row[]> {
  const isReworked = (row: Row) => row.state === "returned" && !isItself(standing, row.participantId);
  const ids = rows.filter(isReworked).map(({ id }) => id);
  if (ids.length === 0) return [...rows];
  const found = await db
    .select({ id: changes.entityId, fields: changes.fields })
    .from(changes)
    .where(and(inArray(changes.entityId, ids), eq(changes.entity, "update"), eq(changes.action, "submitted")))
    .orderBy(asc(changes.seq));
  // The latest comes last and stays.
  const handedIn = new Map(found.map(({ id, fields }) => [id, fields]));
  return rows.map((row) => {
    if (!isReworked(row)) return row;
    const fields = handedIn.get(row.id);
    // Brought in by an import: as it came, unless somebody wrote since.
    if (!fields) return row.reviewedAt !== null && row.updatedAt <= row.reviewedAt ? row : { ...row, ...blankReport };
    const told = Object.entries(fields).map(([name, [, after]]) => [name, after]);
    const parsed = reportSchema.partial().strip().safeParse(Object.fromEntries(told));
    return { ...row, ...blankReport, ...(parsed.success ? parsed.data : {}) };
  });
}

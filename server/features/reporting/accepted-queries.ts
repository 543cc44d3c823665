import { and, eq, inArray } from "drizzle-orm";

import { addExactly } from "#shared/money.ts";

import type { ReadDb } from "#server/db/database.ts";
import { periods, updates } from "#server/db/schema/index.ts";

/** Exact sums of what was accepted of a line in the periods before a number. */
export type Accepted = (contributionId: string, periodNumber: number) => { pmHundredths: number; cents: number };

/** Loads the accepted updates of these lines once, to be summed up for any period. */
export async function acceptedBefore(db: ReadDb, lines: readonly { contributionId: string }[]): Promise<Accepted> {
  const ids = [...new Set(lines.map(({ contributionId }) => contributionId))];
  if (ids.length === 0) return () => ({ pmHundredths: 0, cents: 0 });
  const rows = await db
    .select({
      contributionId: updates.contributionId,
      number: periods.number,
      pmHundredths: updates.deliveredPmHundredths,
      cents: updates.deliveredCents,
    })
    .from(updates)
    .innerJoin(periods, eq(periods.id, updates.periodId))
    .where(and(inArray(updates.contributionId, ids), eq(updates.state, "accepted")));
  const byLine = Map.groupBy(rows, ({ contributionId }) => contributionId);
  return (contributionId, periodNumber) => {
    const earlier = (byLine.get(contributionId) ?? []).filter(({ number }) => number < periodNumber);
    return {
      pmHundredths: addExactly(earlier.map((row) => row.pmHundredths ?? 0)),
      cents: addExactly(earlier.map((row) => row.cents ?? 0)),
    };
  };
}

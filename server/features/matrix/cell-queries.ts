import { and, eq, isNull, ne } from "drizzle-orm";

import { Fault, stale } from "#shared/fault.ts";
import { maySeeContribution } from "#shared/features/contributions/contribution-policy.ts";
import type { CellWrite } from "#shared/features/matrix/matrix.ts";
import { isCountedIn } from "#shared/features/matrix/matrix-rules.ts";
import type { MatrixMeasure } from "#shared/features/matrix/matrix-words.ts";

import type { ReadDb } from "#server/db/database.ts";
import { amendments, contributions } from "#server/db/schema/index.ts";
import type { AmendmentRow } from "#server/features/contributions/amendment-queries.ts";
import { type LineRow, presentLine } from "#server/features/contributions/line-queries.ts";
import type { Membership } from "#server/features/members/membership.ts";

/** A line of a cell with the change of it that waits for an answer. */
export type CellLine = { line: LineRow; amendment: AmendmentRow | null };

/** The lines of one cell that this person sees and the measure counts, but for withdrawn ones. */
export async function linesOfCell(
  db: ReadDb,
  membership: Membership,
  measure: MatrixMeasure,
  { participantId, streamId }: Pick<CellWrite, "participantId" | "streamId">,
): Promise<CellLine[]> {
  const found = await db
    .select({ line: contributions, amendment: amendments })
    .from(contributions)
    .leftJoin(amendments, and(eq(amendments.contributionId, contributions.id), eq(amendments.state, "open")))
    .where(
      and(
        eq(contributions.projectId, membership.projectId),
        eq(contributions.participantId, participantId),
        streamId === null ? isNull(contributions.streamId) : eq(contributions.streamId, streamId),
        ne(contributions.state, "withdrawn"),
      ),
    );
  return found.filter(({ line }) => isCountedIn(measure, line.kind) && maySeeContribution(membership, line));
}

function isSeen(row: { id: string; version: number } | null, seen: CellWrite["line"]): boolean {
  return row?.id === seen?.id && row?.version === seen?.version;
}

/** The one line of a cell as the page saw it, or null for an empty cell. Faults: SEVERAL_LINES, STALE when it is not so any more. */
export function demandCellSeen(found: readonly CellLine[], cell: CellWrite): CellLine | null {
  const [only = null, ...others] = found;
  if (others.length > 0) throw new Fault("CONFLICT", "SEVERAL_LINES");
  const isFresh = isSeen(only?.line ?? null, cell.line) && isSeen(only?.amendment ?? null, cell.amendment);
  if (!isFresh) throw stale(only && presentLine(only.line));
  return only;
}

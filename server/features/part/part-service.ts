import { and, eq } from "drizzle-orm";

import { notFound } from "#shared/fault.ts";
import type { SavePartInput } from "#shared/features/part/part.ts";
import { isReportedIn } from "#shared/features/reporting/update-rules.ts";
import type { UpdateRef, UpdateResult } from "#shared/features/reporting/update.ts";

import type { ReadDb, Tx } from "#server/db/database.ts";
import { contributions, periods, updates } from "#server/db/schema/index.ts";
import { saveUpdate, submitUpdate } from "#server/features/reporting/update-service.ts";

import type { OpenPart } from "./part-link-queries.ts";

/** Saves changed fields of the report of a line the link opens. Faults: NOT_FOUND for any other line; as `saveUpdate`. */
export async function savePart(tx: Tx, { link, person }: OpenPart, input: SavePartInput): Promise<UpdateResult> {
  const [line] = await tx
    .select({ fromMonth: contributions.fromMonth, toMonth: contributions.toMonth, period: periods })
    .from(contributions)
    .innerJoin(periods, eq(periods.id, link.periodId))
    .where(
      and(
        eq(contributions.id, input.contributionId),
        eq(contributions.participantId, link.participantId),
        eq(contributions.projectId, link.projectId),
      ),
    );
  if (!line || !isReportedIn(line, line.period)) throw notFound();
  return saveUpdate(tx, person, { ...input, periodId: link.periodId });
}

/** Hands in a report of the link's own part. Faults: NOT_FOUND for any other report; as `submitUpdate`. */
export async function submitPart(tx: Tx, { link, person }: OpenPart, ref: UpdateRef): Promise<UpdateResult> {
  await demandOwnUpdate(tx, link, ref.id);
  return submitUpdate(tx, person, ref);
}

async function demandOwnUpdate(db: ReadDb, link: OpenPart["link"], id: string): Promise<void> {
  const [update] = await db
    .select({ id: updates.id })
    .from(updates)
    .where(
      and(
        eq(updates.id, id),
        eq(updates.participantId, link.participantId),
        eq(updates.periodId, link.periodId),
        eq(updates.projectId, link.projectId),
      ),
    );
  if (!update) throw notFound();
}

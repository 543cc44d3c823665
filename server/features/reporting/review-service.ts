import { notFound } from "#shared/fault.ts";
import type { ItemResults } from "#shared/features/contributions/contribution.ts";
import type { Person } from "#shared/features/members/standing.ts";
import { mayReviewUpdate } from "#shared/features/reporting/update-policy.ts";
import type {
  ReturnManyUpdatesInput,
  ReturnUpdateInput,
  UpdateRef,
  UpdateRefs,
  UpdateResult,
} from "#shared/features/reporting/update.ts";

import type { Tx } from "#server/db/database.ts";
import { eachItem } from "#server/features/contributions/offer-service.ts";
import { demand } from "#server/features/members/membership.ts";

import { lockWhenAccepted } from "./period-closing-service.ts";
import {
  demandUpdateVersion,
  openUpdate,
  periodLocked,
  recordUpdate,
  resultOf,
  type UpdateDbRow,
  writeUpdate,
} from "./update-changes.ts";

/** Accepts a submitted report: from now on it counts as delivered and never changes; the last one closes its period. Faults: NOT_FOUND, FORBIDDEN, PERIOD_LOCKED, STALE. */
export async function acceptUpdate(tx: Tx, person: Person, input: UpdateRef): Promise<UpdateResult> {
  const { result, periodId } = await review(tx, person, input, "accepted", { state: "accepted", reviewNote: "" });
  await lockWhenAccepted(tx, periodId);
  return result;
}

/** Gives a submitted report back to its member with a note. Faults: NOT_FOUND, FORBIDDEN, PERIOD_LOCKED, STALE. */
export async function returnUpdate(tx: Tx, person: Person, input: ReturnUpdateInput): Promise<UpdateResult> {
  return (await review(tx, person, input, "returned", { state: "returned", reviewNote: input.note })).result;
}

/** Gives many reports back with one note, each judged by itself. Faults: NOTHING_DONE with the results when all were refused. */
export async function returnManyUpdates(tx: Tx, person: Person, input: ReturnManyUpdatesInput): Promise<ItemResults> {
  return eachItem(input.updates, async (ref) => {
    const { update } = await openUpdate(tx, person, ref.id);
    if (update.projectId !== input.projectId) throw notFound();
    await returnUpdate(tx, person, { ...ref, note: input.note });
  });
}

/** Accepts many reports of a project, each judged by itself. Faults: NOTHING_DONE with the results when all were refused. */
export async function acceptManyUpdates(tx: Tx, person: Person, input: UpdateRefs): Promise<ItemResults> {
  return eachItem(input.updates, async (ref) => {
    const { update } = await openUpdate(tx, person, ref.id);
    if (update.projectId !== input.projectId) throw notFound();
    await acceptUpdate(tx, person, ref);
  });
}

async function review(
  tx: Tx,
  person: Person,
  input: UpdateRef,
  action: string,
  fields: Partial<UpdateDbRow>,
): Promise<{ result: UpdateResult; periodId: string }> {
  const opened = await openUpdate(tx, person, input.id);
  const { update, membership } = opened;
  await demandUpdateVersion(tx, opened, input.version);
  if (opened.periodLocked) throw periodLocked();
  demand(mayReviewUpdate(membership, { ...update, periodLocked: false }));
  const after = await writeUpdate(tx, update, { ...fields, reviewedAt: tx.now, reviewedById: person.userId });
  const isReturned = after.state === "returned";
  // A note from an earlier round is cleared with the acceptance, without telling it to everybody once more.
  const before = isReturned ? update : { ...update, reviewNote: after.reviewNote };
  await recordUpdate(tx, { opened, action, before, after, isTalk: isReturned });
  return { result: resultOf(after), periodId: after.periodId };
}

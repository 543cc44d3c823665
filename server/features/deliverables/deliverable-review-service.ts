import { Fault, invalid, stale } from "#shared/fault.ts";
import { mayPlanDeliverables, maySubmitDeliverable } from "#shared/features/deliverables/deliverable-policy.ts";
import { isOpen, needsLateReason } from "#shared/features/deliverables/deliverable-rules.ts";
import type { ReturnDeliverableInput, SubmitDeliverableInput } from "#shared/features/deliverables/deliverable.ts";
import type { Person } from "#shared/features/members/standing.ts";
import type { VersionedInput, Written } from "#shared/versions.ts";

import type { Tx } from "#server/db/database.ts";
import { demand } from "#server/features/members/membership.ts";
import type { Deliverable } from "#server/features/plan/plan-record.ts";

import { loadDeliverable, showDeliverable } from "./deliverable-queries.ts";
import { writeDeliverable } from "./deliverable-writing.ts";

/**
 * Hands a deliverable in, by default today. Faults: STALE, DELIVERABLE_STATE, INPUT (a day to come; LATE_REASON when
 * its due month is over and nobody said why).
 */
export async function submitDeliverable(tx: Tx, person: Person, input: SubmitDeliverableInput): Promise<Written> {
  const { before, membership, startOn } = await loadDeliverable(tx, person, input.id);
  demand(maySubmitDeliverable(membership, before));
  await demandState(tx, person, before, { version: input.version, fits: isOpen(before) });
  const submittedOn = input.submittedOn ?? person.today;
  if (submittedOn > person.today) throw invalid("submittedOn", "IN_FUTURE");
  const lateReason = input.lateReason ?? before.lateReason;
  if (needsLateReason({ ...before, lateReason }, startOn, submittedOn)) throw invalid("lateReason", "LATE_REASON");
  const link = input.link === undefined ? before.link : input.link;
  const patch = { state: "submitted", submittedOn, lateReason, link, reviewNote: "" } as const;
  return await writeDeliverable(tx, person, before, { version: input.version, patch, action: "submitted" });
}

/** Accepts what was handed in. Faults: STALE, DELIVERABLE_STATE. */
export async function acceptDeliverable(tx: Tx, person: Person, input: VersionedInput): Promise<Written> {
  const before = await loadForReview(tx, person, input);
  const patch = { state: "accepted", reviewNote: "" } as const;
  return await writeDeliverable(tx, person, before, { version: input.version, patch, action: "accepted" });
}

/** Gives what was handed in back, and says what is missing. Faults: STALE, DELIVERABLE_STATE. */
export async function returnDeliverable(tx: Tx, person: Person, input: ReturnDeliverableInput): Promise<Written> {
  const before = await loadForReview(tx, person, input);
  const patch = { state: "returned", reviewNote: input.reviewNote } as const;
  return await writeDeliverable(tx, person, before, { version: input.version, patch, action: "returned" });
}

async function loadForReview(tx: Tx, person: Person, input: VersionedInput): Promise<Deliverable> {
  const { before, membership } = await loadDeliverable(tx, person, input.id);
  demand(mayPlanDeliverables(membership));
  await demandState(tx, person, before, { version: input.version, fits: before.state === "submitted" });
  return before;
}

async function demandState(
  tx: Tx,
  person: Person,
  before: Deliverable,
  { version, fits }: { version: number; fits: boolean },
): Promise<void> {
  if (before.version !== version) throw stale(await showDeliverable(tx, person, before.id));
  if (!fits)
    throw new Fault("CONFLICT", "DELIVERABLE_STATE", { message: "The deliverable is not in a state for this." });
}

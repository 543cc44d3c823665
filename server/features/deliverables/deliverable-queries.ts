import { eq } from "drizzle-orm";

import { notFound } from "#shared/fault.ts";
import { mayPlanDeliverables, maySubmitDeliverable } from "#shared/features/deliverables/deliverable-policy.ts";
import { dueDayOf, isOpen, isOverdue } from "#shared/features/deliverables/deliverable-rules.ts";
import type { DeliverableDetail } from "#shared/features/deliverables/deliverable.ts";
import { isInConsortium, type Person } from "#shared/features/members/standing.ts";

import type { ReadDb } from "#server/db/database.ts";
import { deliverables, projects, streams } from "#server/db/schema/index.ts";
import { loadMembership, type Membership } from "#server/features/members/membership.ts";
import type { Deliverable } from "#server/features/plan/plan-record.ts";

type Loaded = { before: Deliverable; membership: Membership; startOn: string | null; streamNumber: number };

/** The deliverable as stored, with the start of its project. Faults: NOT_FOUND for unknown and foreign alike. */
export async function loadDeliverable(db: ReadDb, person: Person, id: string): Promise<Loaded> {
  const [found] = await db
    .select({ before: deliverables, startOn: projects.startOn, streamNumber: streams.number })
    .from(deliverables)
    .innerJoin(projects, eq(projects.id, deliverables.projectId))
    .innerJoin(streams, eq(streams.id, deliverables.streamId))
    .where(eq(deliverables.id, id));
  if (!found) throw notFound();
  return { ...found, membership: await loadMembership(db, person, found.before.projectId) };
}

/** One deliverable with its texts; reasons and notes stay inside the consortium. Faults: NOT_FOUND for unknown and foreign ones alike. */
export async function showDeliverable(db: ReadDb, person: Person, id: string): Promise<DeliverableDetail> {
  const { before, membership, startOn, streamNumber } = await loadDeliverable(db, person, id);
  const { createdAt: _created, updatedAt: _updated, ...row } = before;
  const mayPlan = mayPlanDeliverables(membership);
  const isInside = isInConsortium(membership);
  return {
    ...row,
    lateReason: isInside ? row.lateReason : "",
    reviewNote: isInside ? row.reviewNote : "",
    code: `D${streamNumber}.${row.number}`,
    dueOn: dueDayOf(row, startOn),
    isOverdue: isOverdue(row, startOn, person.today),
    may: {
      revise: mayPlan,
      submit: maySubmitDeliverable(membership, row) && isOpen(row),
      review: mayPlan && row.state === "submitted",
    },
  };
}

import type { Database } from "#server/db/database.ts";
import { buildDeliverable, buildTask, buildTaskLink } from "#tests/support/build-plan.ts";

import type { MutationCase } from "./mutation-cases.ts";
import type { SecretScene } from "./secret-scene.ts";

/** What readers outside of the consortium do not get of the work plan. */
export const planSecrets = { lateReason: "Meerkat delay", reviewNote: "Puffin note" };

/** Tasks of a stream in a row, the first two linked, and deliverables, all led by the member. */
export async function buildScenePlan(db: Database, stream: { id: string; projectId: string }, lead: { id: string }) {
  const leadParticipantId = lead.id;
  const task = await buildTask(db, stream, { number: 1, leadParticipantId });
  const later = await buildTask(db, stream, { number: 2, startMonth: 7, endMonth: 9 });
  const last = await buildTask(db, stream, { number: 3, startMonth: 10, endMonth: 11 });
  const link = await buildTaskLink(db, task, later);
  const deliverable = await buildDeliverable(db, stream, {
    number: 1,
    leadParticipantId,
    state: "returned",
    ...planSecrets,
  });
  const handedIn = await buildDeliverable(db, stream, { number: 2, state: "submitted", submittedOn: "2026-02-01" });
  return { task, later, last, link, deliverable, handedIn };
}

/** What the work plan is asked. */
export function planInputs({ project, plan }: SecretScene): Record<string, readonly object[]> {
  return {
    "plan.show": [{ projectId: project.id }],
    "task.show": [plan.task, plan.later].map(({ id }) => ({ id })),
    "deliverable.show": [plan.deliverable, plan.handedIn].map(({ id }) => ({ id })),
  };
}

/** Mutations of the work plan: months and links are for planners, work for whoever leads. */
export function planCases(scene: SecretScene, id: (real: string) => string): Record<string, MutationCase> {
  const { task, later, last, link, deliverable, handedIn } = scene.plan;
  const first = (row: { id: string }) => ({ id: id(row.id), version: 1 });
  const planners = { allowed: ["coordinator", "cluster"] } as const;
  const workers = { allowed: ["coordinator", "cluster", "member"] } as const;
  const streamId = id(scene.stream.id);
  return {
    "task.create": { input: { streamId, title: "New" }, ...planners },
    "task.revise": { input: { ...first(task), patch: { startMonth: 2 } }, ...planners },
    "task.report": { input: { ...first(task), patch: { progressBp: 100 } }, ...workers },
    "task.move": {
      input: { projectId: id(scene.project.id), moves: [{ ...first(task), startMonth: 2, endMonth: 4 }] },
      ...planners,
    },
    "task.reorder": { input: { streamId, tasks: [later, task, last].map(first) }, ...planners },
    "task.remove": { input: first(task), ...planners },
    "task.link": { input: { predecessorId: id(later.id), successorId: id(last.id), lagMonths: 0 }, ...planners },
    "task.reviseLink": { input: { ...first(link), lagMonths: 1 }, ...planners },
    "task.unlink": { input: first(link), ...planners },
    "deliverable.create": { input: { streamId, title: "New" }, ...planners },
    "deliverable.revise": { input: { ...first(deliverable), patch: { dueMonth: 9 } }, ...planners },
    "deliverable.draft": { input: { ...first(deliverable), patch: { state: "draft" } }, ...workers },
    "deliverable.submit": { input: first(deliverable), ...workers },
    "deliverable.accept": { input: first(handedIn), ...planners },
    "deliverable.giveBack": { input: { ...first(handedIn), reviewNote: "Unsigned" }, ...planners },
    "deliverable.reorder": { input: { streamId, deliverables: [handedIn, deliverable].map(first) }, ...planners },
    "deliverable.remove": { input: first(deliverable), ...planners },
  };
}

import type { Database } from "#server/db/database.ts";
import { buildBudgetLine } from "#tests/support/build-budget.ts";
import { buildDeliverable, buildTask, buildTaskLink } from "#tests/support/build-plan.ts";

import type { Row } from "./row-inputs.ts";

/** The tasks and deliverables of one member's stream, the first of each led by it. */
export type Planned = { task: Row; later: Row; last: Row; taskLink: Row; deliverable: Row; handedIn: Row; cost: Row };

/** Three tasks in a row, the first two linked, and two deliverables of which one is handed in. */
export async function makePlan(
  db: Database,
  stream: { id: string; projectId: string },
  participant: Row,
): Promise<Planned> {
  const leadParticipantId = participant.id;
  const task = await buildTask(db, stream, { number: 1, leadParticipantId });
  const later = await buildTask(db, stream, { number: 2, startMonth: 7, endMonth: 9 });
  const last = await buildTask(db, stream, { number: 3, startMonth: 10, endMonth: 11 });
  const taskLink = await buildTaskLink(db, task, later);
  const deliverable = await buildDeliverable(db, stream, { number: 1, leadParticipantId });
  const handedIn = await buildDeliverable(db, stream, { number: 2, state: "submitted", submittedOn: "2026-02-01" });
  const cost = await buildBudgetLine(db, { id: participant.id, projectId: stream.projectId });
  return { cost, task, later, last, taskLink, deliverable, handedIn };
}

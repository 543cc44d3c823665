import type { Database } from "#server/db/database.ts";
import { buildTask, buildTaskLink } from "#tests/support/build-plan.ts";

import type { Row } from "./row-inputs.ts";

/** The tasks of one member's stream, which it leads: the first waits for nothing, the last waits for the middle one. */
export type Tasks = { task: Row; tasks: readonly Row[]; taskLink: Row };

/** Three tasks in a stream, and one link between two of them. */
export async function makeTasks(
  db: Database,
  stream: { id: string; projectId: string },
  participant: Row,
): Promise<Tasks> {
  const lead = { leadParticipantId: participant.id };
  const first = await buildTask(db, stream, { ...lead, number: 1 });
  const middle = await buildTask(db, stream, { ...lead, number: 2 });
  const last = await buildTask(db, stream, { ...lead, number: 3, startMonth: 7, endMonth: 9 });
  return { task: first, tasks: [first, middle, last], taskLink: await buildTaskLink(db, middle, last) };
}

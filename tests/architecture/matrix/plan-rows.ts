import { but, ofPart, ofProject, type Row } from "./procedure-row.ts";
import { pick } from "./row-inputs.ts";

const notYet = but("invited", "403", "Who has not accepted leads nothing yet.", ["own"]);

/** The work plan: tasks, their links and deliverables. */
export const planRows: Record<string, Row> = {
  "plan.show": ofProject(({ project }) => ({ projectId: project.id })),
  "calendar.show": ofProject(({ project }) => ({ projectId: project.id })),
  "calendar.file": ofProject(({ project }) => ({ projectId: project.id })),
  "calendar.open": ofProject(({ project }) => ({ projectId: project.id, token: `c${"matrix__".repeat(4)}` })),
  "calendar.revoke": ofProject(({ project }) => ({ projectId: project.id })),
  "task.show": ofPart(({ task }) => ({ id: task.id })),
  "task.create": ofPart(({ stream }) => ({ streamId: stream.id, title: "New" })),
  "task.revise": ofPart(({ task }) => ({ ...pick(task), patch: { endMonth: 5 } })),
  "task.report": ofPart(({ task }) => ({ ...pick(task), patch: { progressBp: 5_000 } }), notYet),
  "task.move": ofPart(({ project, task }) => ({
    projectId: project.id,
    moves: [{ ...pick(task), startMonth: 2, endMonth: 7 }],
  })),
  "task.reorder": ofPart(({ stream, task, later, last }) => ({
    streamId: stream.id,
    tasks: [later, task, last].map(pick),
  })),
  "task.remove": ofPart(({ task }) => pick(task)),
  "task.link": ofPart(({ later, last }) => ({ predecessorId: later.id, successorId: last.id, lagMonths: -1 })),
  "task.reviseLink": ofPart(({ taskLink }) => ({ ...pick(taskLink), lagMonths: -2 })),
  "task.unlink": ofPart(({ taskLink }) => pick(taskLink)),
  "deliverable.show": ofPart(({ deliverable }) => ({ id: deliverable.id })),
  "deliverable.create": ofPart(({ stream }) => ({ streamId: stream.id, title: "New" })),
  "deliverable.revise": ofPart(({ deliverable }) => ({ ...pick(deliverable), patch: { dueMonth: 7 } })),
  "deliverable.draft": ofPart(({ deliverable }) => ({ ...pick(deliverable), patch: { state: "draft" } }), notYet),
  "deliverable.submit": ofPart(({ deliverable }) => pick(deliverable), notYet),
  "deliverable.accept": ofPart(({ handedIn }) => pick(handedIn)),
  "deliverable.giveBack": ofPart(({ handedIn }) => ({ ...pick(handedIn), reviewNote: "Unsigned" })),
  "deliverable.reorder": ofPart(({ stream, deliverable, handedIn }) => ({
    streamId: stream.id,
    deliverables: [handedIn, deliverable].map(pick),
  })),
  "deliverable.remove": ofPart(({ deliverable }) => pick(deliverable)),
};

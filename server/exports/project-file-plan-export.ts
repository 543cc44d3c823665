import type { PlanFile } from "#shared/features/exports/project-file-plan.ts";

import type { ProjectRows } from "./project-rows.ts";
import type { Sight } from "./sight.ts";

type Part<Name extends keyof PlanFile> = NonNullable<PlanFile[Name]>[number];

/** The work plan of an interchange file, cut down to a sight and to the participants it shows; parts without rows are left out. */
export function collectPlanFile(rows: ProjectRows, sight: Sight, shown: ReadonlySet<string>): PlanFile {
  const knownLead = (id: string | null) => (id !== null && shown.has(id) ? id : null);
  const tasks = rows.tasks.map((row): Part<"tasks"> => ({
    id: row.id,
    streamId: row.streamId,
    number: row.number,
    title: row.title,
    description: sight.audience === "public" ? "" : row.description,
    leadParticipantId: knownLead(row.leadParticipantId),
    participantIds: row.participantIds.filter((id) => shown.has(id)),
    startMonth: row.startMonth,
    endMonth: row.endMonth,
    pinned: row.pinned,
    progressBp: row.progressBp,
    state: row.state,
  }));
  const taskLinks = rows.taskLinks.map(({ id, predecessorId, successorId, lagMonths }) => ({
    id,
    predecessorId,
    successorId,
    lagMonths,
  }));
  const deliverables = rows.deliverables.map((row) => deliverableOf(row, sight, knownLead(row.leadParticipantId)));
  return {
    ...(tasks.length === 0 ? {} : { tasks }),
    ...(taskLinks.length === 0 ? {} : { taskLinks }),
    ...(deliverables.length === 0 ? {} : { deliverables }),
  };
}

function deliverableOf(
  row: ProjectRows["deliverables"][number],
  sight: Sight,
  leadParticipantId: string | null,
): Part<"deliverables"> {
  const isPublic = sight.audience === "public";
  return {
    id: row.id,
    streamId: row.streamId,
    taskId: row.taskId,
    number: row.number,
    title: row.title,
    description: isPublic ? "" : row.description,
    leadParticipantId,
    type: row.type,
    dissemination: row.dissemination,
    dueMonth: row.dueMonth,
    state: row.state,
    submittedOn: row.submittedOn,
    lateReason: sight.seesInside ? row.lateReason : "",
    link: isPublic && row.dissemination !== "PU" ? null : row.link,
    reviewNote: sight.seesInside ? row.reviewNote : "",
  };
}

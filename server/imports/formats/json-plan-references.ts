import type { ProjectFile } from "#shared/features/exports/project-file.ts";
import { cycleOf } from "#shared/features/plan/schedule-rules.ts";

type Broken = [path: string, id: string];
type Known = { streams: ReadonlySet<string>; participants: ReadonlySet<string> };

/** Identifiers of the work plan that name nothing in the file, that two records share, or that wait for each other in a circle. */
export function brokenPlanReferences(content: ProjectFile, { streams, participants }: Known): Broken[] {
  const { tasks = [], taskLinks = [], deliverables = [] } = content;
  const taskIds = new Set(tasks.map(({ id }) => id));
  const circle = cycleOf(taskLinks);
  return [
    ...repeatedIds("tasks", tasks),
    ...repeatedIds("taskLinks", taskLinks),
    ...repeatedIds("deliverables", deliverables),
    ...tasks.flatMap((row, index) => [
      ...missing(streams, `tasks.${index}.streamId`, row.streamId),
      ...missing(participants, `tasks.${index}.leadParticipantId`, row.leadParticipantId),
      ...row.participantIds.flatMap((id) => missing(participants, `tasks.${index}.participantIds`, id)),
    ]),
    ...taskLinks.flatMap((row, index) => [
      ...missing(taskIds, `taskLinks.${index}.predecessorId`, row.predecessorId),
      ...missing(taskIds, `taskLinks.${index}.successorId`, row.successorId),
    ]),
    ...deliverables.flatMap((row, index) => [
      ...missing(streams, `deliverables.${index}.streamId`, row.streamId),
      ...missing(taskIds, `deliverables.${index}.taskId`, row.taskId),
      ...missing(participants, `deliverables.${index}.leadParticipantId`, row.leadParticipantId),
    ]),
    ...(circle === null ? [] : [["taskLinks", circle.join(" ")] as Broken]),
  ];
}

function missing(known: ReadonlySet<string>, path: string, id: string | null): Broken[] {
  return id === null || known.has(id) ? [] : [[path, id]];
}

function repeatedIds(list: string, rows: readonly { id: string }[]): Broken[] {
  const seen = new Set<string>();
  return rows.flatMap(({ id }, index): Broken[] => {
    const isSecond = seen.has(id);
    seen.add(id);
    return isSecond ? [[`${list}.${index}.id`, id]] : [];
  });
}

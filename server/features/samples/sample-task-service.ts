import type { Tx } from "#server/db/database.ts";
import { freshRow } from "#server/db/fresh-row.ts";
import { deliverables, taskLinks, tasks } from "#server/db/schema/index.ts";
import { recordDeliverable, recordLink, recordTask } from "#server/features/plan/plan-record.ts";
import { addDays, monthEndOn } from "#shared/dates.ts";

import { sampleDeliverables } from "./sample-deliverables.ts";
import { sampleStreams } from "./sample-plan.ts";
import { sampleTasks } from "./sample-tasks.ts";

type Stage = {
  projectId: string;
  startOn: string;
  /** Participants and streams by the key of the sample. */
  members: ReadonlyMap<string, string>;
  streamIds: ReadonlyMap<string, string>;
};

/** Writes tasks of every stream, what they wait for across companies, and deliverables of all types and states. */
export async function insertTasks(tx: Tx, stage: Stage): Promise<void> {
  const idOf = (key: string | null) => (key === null ? null : (stage.members.get(key) ?? null));
  const ids = new Map<string, string>();
  for (const [place, { key }] of sampleStreams.entries())
    for (const [index, task] of (sampleTasks[key] ?? []).entries()) {
      const row = {
        ...freshRow(tx),
        projectId: stage.projectId,
        streamId: stage.streamIds.get(key) ?? "",
        number: index + 1,
        title: task.title,
        description: "",
        leadParticipantId: idOf(task.lead),
        participantIds: (task.with ?? []).flatMap((name) => idOf(name) ?? []),
        startMonth: task.months[0],
        endMonth: task.months[1],
        pinned: task.pinned ?? false,
        progressBp: (task.percent ?? 0) * 100,
        state: task.state ?? ("planned" as const),
      };
      await tx.insert(tasks).values(row);
      await recordTask(tx, "created", null, row);
      ids.set(`${place + 1}.${row.number}`, row.id);
    }
  await insertLinks(tx, stage.projectId, ids);
  for (const { key } of sampleStreams) await insertDeliverables(tx, stage, key, ids);
}

async function insertLinks(tx: Tx, projectId: string, ids: ReadonlyMap<string, string>): Promise<void> {
  for (const [place, { key }] of sampleStreams.entries())
    for (const [index, task] of (sampleTasks[key] ?? []).entries())
      for (const [code, lagMonths] of task.after ?? []) {
        const successorId = ids.get(`${place + 1}.${index + 1}`) ?? "";
        const row = { ...freshRow(tx), projectId, predecessorId: ids.get(code) ?? "", successorId, lagMonths };
        await tx.insert(taskLinks).values(row);
        await recordLink(tx, "created", null, row);
      }
}

async function insertDeliverables(
  tx: Tx,
  { projectId, startOn, members, streamIds }: Stage,
  key: string,
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const place = sampleStreams.findIndex((stream) => stream.key === key) + 1;
  for (const [index, each] of (sampleDeliverables[key] ?? []).entries()) {
    const row = {
      ...freshRow(tx),
      projectId,
      streamId: streamIds.get(key) ?? "",
      taskId: ids.get(`${place}.${each.task ?? 0}`) ?? null,
      number: index + 1,
      title: each.title,
      description: "",
      leadParticipantId: each.lead === null ? null : (members.get(each.lead) ?? null),
      type: each.type,
      dissemination: each.level,
      dueMonth: each.dueMonth,
      state: each.state,
      submittedOn: each.submittedMonth === undefined ? null : addDays(monthEndOn(startOn, each.submittedMonth), -3),
      lateReason: each.lateReason ?? "",
      link: null,
      reviewNote: each.reviewNote ?? "",
    };
    await tx.insert(deliverables).values(row);
    await recordDeliverable(tx, "created", null, row);
  }
}

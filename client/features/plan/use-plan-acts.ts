import { useMutation } from "@tanstack/react-query";
import { trpc } from "#client/app/trpc.ts";
import { saveField } from "#client/lib/save-field.ts";
import type { PresentRow } from "#client/lib/use-inline-edit.ts";
import type { ReviseDeliverableInput } from "#shared/features/deliverables/deliverable.ts";
import type { ReviseTaskInput } from "#shared/features/tasks/task.ts";

type Seen = { id: string; version: number };

const reported: ReadonlySet<string> = new Set(["progressBp", "state", "description"]);
const worked: ReadonlySet<string> = new Set(["description", "lateReason", "link"]);

/** Ways to save a task field by field; its lead reports how it goes, planners change all of it. */
export function useTaskSave(task: Seen) {
  const revise = useMutation(trpc.task.revise.mutationOptions());
  const report = useMutation(trpc.task.report.mutationOptions());
  return <Name extends keyof ReviseTaskInput["patch"]>(
    name: Name,
    value: ReviseTaskInput["patch"][Name],
    present?: PresentRow,
  ) =>
    saveField({
      name,
      seen: task,
      present,
      send: (version) => {
        const input = { id: task.id, version, patch: { [name]: value } };
        return reported.has(name) ? report.mutateAsync(input) : revise.mutateAsync(input);
      },
    });
}

/** Ways to save a deliverable field by field; its lead works on its texts, planners change all of it. */
export function useDeliverableSave(deliverable: Seen, mayRevise: boolean) {
  const revise = useMutation(trpc.deliverable.revise.mutationOptions());
  const draft = useMutation(trpc.deliverable.draft.mutationOptions());
  return <Name extends keyof ReviseDeliverableInput["patch"]>(
    name: Name,
    value: ReviseDeliverableInput["patch"][Name],
    present?: PresentRow,
  ) =>
    saveField({
      name,
      seen: deliverable,
      present,
      send: (version) => {
        const input = { id: deliverable.id, version, patch: { [name]: value } };
        return worked.has(name) && !mayRevise ? draft.mutateAsync(input) : revise.mutateAsync(input);
      },
    });
}

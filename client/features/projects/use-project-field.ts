import { useMutation } from "@tanstack/react-query";
import { trpc } from "#client/app/trpc.ts";
import { saveField } from "#client/lib/save-field.ts";
import type { PresentRow } from "#client/lib/use-inline-edit.ts";
import type { ProjectDetail, ReviseProjectInput } from "#shared/features/projects/project.ts";

type Patch = ReviseProjectInput["patch"];

/** Ways to save the facts of a project field by field, for `onSave` of inline fields. */
export function useProjectField(project: ProjectDetail) {
  const revise = useMutation(trpc.project.revise.mutationOptions());
  return <Name extends keyof Patch, Value>(name: Name, read: (value: Value) => Patch[Name]) =>
    (value: Value, present?: PresentRow) =>
      saveField({
        name,
        seen: project,
        present,
        send: (version) => revise.mutateAsync({ id: project.id, version, patch: { [name]: read(value) } }),
      });
}

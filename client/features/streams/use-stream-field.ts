import { useMutation } from "@tanstack/react-query";
import { trpc } from "#client/app/trpc.ts";
import { saveField } from "#client/lib/save-field.ts";
import type { PresentRow } from "#client/lib/use-inline-edit.ts";
import type { ReportOnStreamInput, ReviseStreamInput, StreamDetail } from "#shared/features/streams/stream.ts";

type Patch = ReviseStreamInput["patch"];

const reported: readonly string[] = ["trlNow", "state", "description"] satisfies (keyof ReportOnStreamInput["patch"])[];

/** Ways to save a stream field by field; its lead reports where it stands, planners change all of it. */
export function useStreamField(stream: StreamDetail) {
  const revise = useMutation(trpc.stream.revise.mutationOptions());
  const report = useMutation(trpc.stream.report.mutationOptions());
  return <Name extends keyof Patch, Value>(name: Name, read: (value: Value) => Patch[Name]) =>
    (value: Value, present?: PresentRow) =>
      saveField({
        name,
        seen: stream,
        present,
        send: (version) => {
          const input = { id: stream.id, version, patch: { [name]: read(value) } };
          return reported.includes(name) ? report.mutateAsync(input) : revise.mutateAsync(input);
        },
      });
}

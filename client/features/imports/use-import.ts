import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { trpc, trpcClient } from "#client/app/trpc.ts";
import { uploadFile } from "#client/features/imports/upload-file.ts";

/** One import on its way: read files or one table as it is mapped, look at the preview, write it, take it back. `sent` counts uploads while they run. */
export function useImport() {
  const [id, setId] = useState<string | null>(null);
  const [sent, setSent] = useState(0);
  const shown = useQuery(trpc.import.show.queryOptions({ id: id ?? "" }, { enabled: id !== null }));
  const reading = useMutation({
    mutationFn: async (files: readonly File[]) => {
      setSent(0);
      const fileIds: string[] = [];
      for (const file of files) {
        fileIds.push(await uploadFile(file));
        setSent(fileIds.length);
      }
      return await trpcClient.import.preview.mutate({ fileIds });
    },
    onSuccess: (result) => setId(result.id),
  });
  const facts = useMutation({
    mutationFn: async (file: File) => {
      const fileId = await uploadFile(file);
      return { fileId, ...(await trpcClient.import.tables.query({ fileId })) };
    },
  });
  const mapping = useMutation(trpc.import.previewPlan.mutationOptions({ onSuccess: (result) => setId(result.id) }));
  const writing = useMutation(trpc.import.applyPreview.mutationOptions({ onSettled: () => void shown.refetch() }));
  const undoing = useMutation(trpc.import.undo.mutationOptions({ onSettled: () => void shown.refetch() }));
  const dropping = useMutation(trpc.import.cancel.mutationOptions());

  function open(next: string | null) {
    setId(next);
    for (const mutation of [reading, facts, mapping, writing, undoing, dropping]) mutation.reset();
  }

  /** Back to the files; a preview that was not written is dropped on the server too. */
  function leave() {
    const { data } = shown;
    if (data?.stage === "previewed" && data.state === "pending") dropping.mutate({ id: data.id });
    open(null);
  }
  /** Stops what is being written; nothing of it stays, and the preview can be written again. */
  const stop = () => {
    if (id !== null) dropping.mutate({ id });
  };
  return { id, sent, shown, reading, facts, mapping, writing, undoing, open, leave, stop };
}
export type ImportState = ReturnType<typeof useImport>;

import { useCallback, useEffect, useState } from "react";
import type { PartClient } from "#client/features/part/part-client.ts";
import type { Attachment } from "#shared/features/reporting/attachment.ts";

/** The files that hang on a report written through a personal link; read anew when the server can be reached again. */
export function usePartEvidence(client: PartClient, updateId: string | null, isOffline: boolean) {
  const [files, setFiles] = useState<readonly Attachment[]>([]);
  const [error, setError] = useState<unknown>(null);
  const reread = useCallback(
    async (id: string | null) => {
      if (id === null) return;
      try {
        const { rows } = await client.evidence(id);
        setFiles(rows);
        setError(null);
      } catch (thrown) {
        setError(thrown);
      }
    },
    [client],
  );
  useEffect(() => {
    if (isOffline) return;
    const soon = setTimeout(() => void reread(updateId));
    return () => clearTimeout(soon);
  }, [reread, updateId, isOffline]);

  async function remove({ id, version }: Attachment): Promise<void> {
    try {
      await client.removeEvidence({ id, version });
    } catch (thrown) {
      setError(thrown);
      return;
    }
    await reread(updateId);
  }

  return { files, error: isOffline ? null : error, reread, remove };
}

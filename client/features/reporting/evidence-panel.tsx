import { useQueryClient } from "@tanstack/react-query";
import { trpc } from "#client/app/trpc.ts";
import { EvidenceBox } from "#client/features/reporting/evidence-box.tsx";
import { EvidenceList } from "#client/features/reporting/evidence-list.tsx";
import { useEvidenceUpload } from "#client/features/reporting/use-evidence-upload.ts";

type Props = { updateId: string | null; begin: () => Promise<string | null> };

/** Evidence of an own report that is being written: what hangs there, and the ways to add files. */
export function EvidencePanel({ updateId, begin }: Props) {
  const queryClient = useQueryClient();
  const sending = useEvidenceUpload({
    begin,
    addressOf: (id) => `/api/updates/${id}/attachments`,
    onSent: (id) => queryClient.invalidateQueries({ queryKey: trpc.attachment.list.queryKey({ updateId: id }) }),
  });
  return (
    <EvidenceBox sending={sending}>
      {updateId === null ? null : <EvidenceList updateId={updateId} mayRemove />}
    </EvidenceBox>
  );
}

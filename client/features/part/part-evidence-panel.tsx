import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { PartSync, PartView } from "#client/features/part/part-sync.ts";
import { EvidenceBox } from "#client/features/reporting/evidence-box.tsx";
import { EvidenceRow } from "#client/features/reporting/evidence-row.tsx";
import classes from "#client/features/reporting/evidence.module.css";
import type { ReportDraft } from "#client/features/reporting/report-draft.ts";
import { useEvidenceUpload } from "#client/features/reporting/use-evidence-upload.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import type { VersionedInput } from "#shared/versions.ts";

type Props = { draft: ReportDraft; sync: PartSync; view: PartView };

/** Evidence of a report written through a personal link; files travel only while the server can be reached. */
export function PartEvidencePanel({ draft, sync, view }: Props) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const updateId = draft.saved()?.id ?? null;
  const queryKey = ["part-evidence", updateId];
  const reread = () => queryClient.invalidateQueries({ queryKey: ["part-evidence"] });
  const found = useQuery({
    queryKey,
    queryFn: () => sync.client().evidence(updateId ?? ""),
    enabled: updateId !== null && !view.isOffline,
  });
  const remove = useMutation({
    mutationFn: (file: VersionedInput) => sync.client().removeEvidence(file),
    onSettled: reread,
  });
  const sending = useEvidenceUpload({
    begin: draft.begin,
    addressOf: (id) => `/api/part/updates/${id}/attachments`,
    headers: sync.client().headers,
    onSent: reread,
  });
  const rows = found.data?.rows ?? [];
  return (
    <EvidenceBox sending={sending} closedBecause={view.isOffline ? t("evidence:offline") : null}>
      <FaultAlert error={view.isOffline ? null : (found.error ?? remove.error)} />
      {rows.length === 0 ? null : (
        <ul className={classes["list"]} aria-label={t("evidence:title")}>
          {rows.map((file) => (
            <EvidenceRow
              key={file.id}
              file={file}
              hasWay={false}
              onRemove={view.isOffline ? null : () => remove.mutate({ id: file.id, version: file.version })}
            />
          ))}
        </ul>
      )}
    </EvidenceBox>
  );
}

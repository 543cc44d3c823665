import { useTranslation } from "react-i18next";
import type { PartSync, PartView } from "#client/features/part/part-sync.ts";
import { usePartEvidence } from "#client/features/part/use-part-evidence.ts";
import { EvidenceBox } from "#client/features/reporting/evidence-box.tsx";
import { EvidenceRow } from "#client/features/reporting/evidence-row.tsx";
import classes from "#client/features/reporting/evidence.module.css";
import type { ReportDraft } from "#client/features/reporting/report-draft.ts";
import { useEvidenceUpload } from "#client/features/reporting/use-evidence-upload.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";

type Props = { draft: ReportDraft; sync: PartSync; view: PartView };

/** Evidence of a report written through a personal link; files travel only while the server can be reached. */
export function PartEvidencePanel({ draft, sync, view }: Props) {
  const { t } = useTranslation();
  const { isOffline } = view;
  const client = sync.client();
  const { files, error, reread, remove } = usePartEvidence(client, draft.saved()?.id ?? null, isOffline);
  const sending = useEvidenceUpload({
    begin: draft.begin,
    addressOf: (id) => `/api/part/updates/${id}/attachments`,
    headers: client.headers,
    onSent: reread,
  });
  return (
    <EvidenceBox sending={sending} closedBecause={isOffline ? t("evidence:offline") : null}>
      <FaultAlert error={error} />
      {files.length === 0 ? null : (
        <ul className={classes["list"]} aria-label={t("evidence:title")}>
          {files.map((file) => (
            <EvidenceRow
              key={file.id}
              file={file}
              hasWay={false}
              onRemove={isOffline ? null : () => void remove(file)}
            />
          ))}
        </ul>
      )}
    </EvidenceBox>
  );
}

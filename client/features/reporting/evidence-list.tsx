import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { EvidenceRow } from "#client/features/reporting/evidence-row.tsx";
import classes from "#client/features/reporting/evidence.module.css";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import type { Attachment } from "#shared/features/reporting/attachment.ts";

type Props = { updateId: string; mayRemove?: boolean };

/** The evidence files of a report; nothing when there are none. A removed one can be put back at once. */
export function EvidenceList({ updateId, mayRemove = false }: Props) {
  const { t } = useTranslation();
  const found = useQuery(trpc.attachment.list.queryOptions({ updateId }));
  const restore = useMutation(trpc.attachment.restore.mutationOptions());
  const remove = useMutation(trpc.attachment.remove.mutationOptions());
  async function take({ id, version, fileName }: Attachment): Promise<void> {
    const gone = await remove.mutateAsync({ id, version }).catch(() => null);
    if (gone === null) return;
    const toast = `evidence-${id}`;
    const bringBack = () => {
      notifications.hide(toast);
      restore.mutate(gone);
    };
    notifications.show({
      id: toast,
      autoClose: 10_000,
      message: (
        <span className={classes["undo"]}>
          {t("evidence:removed", { name: fileName })}
          <Button size="compact-sm" variant="default" onClick={bringBack}>
            {t("common:undo")}
          </Button>
        </span>
      ),
    });
  }
  const rows = found.data?.rows ?? [];
  return (
    <>
      <FaultAlert error={found.error ?? remove.error ?? restore.error} />
      {rows.length === 0 ? null : (
        <ul className={classes["list"]} aria-label={t("evidence:title")}>
          {rows.map((file) => (
            <EvidenceRow
              key={file.id}
              file={file}
              onRemove={mayRemove && found.data?.may.add ? () => void take(file) : null}
            />
          ))}
        </ul>
      )}
    </>
  );
}

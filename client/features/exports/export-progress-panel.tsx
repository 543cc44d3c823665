import { Button, Group, Progress, Stack, Text } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { exportFileUrl, exportStateText } from "#client/features/exports/export-words-text.ts";
import classes from "#client/features/exports/exports.module.css";
import { unfollowExport } from "#client/features/exports/running-exports.ts";
import { isUnderWay, useExportProgress } from "#client/features/exports/use-export-progress.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";

type Props = { id: string; onClose: () => void; onAnother: () => void };

/** How far an export is; then its file, or what went wrong. */
export function ExportProgressPanel({ id, onClose, onAnother }: Props) {
  const { t } = useTranslation();
  const { data: row, error } = useExportProgress(id);
  const cancel = useMutation(trpc.export.cancel.mutationOptions());
  const runs = isUnderWay(row) && !error;
  const words = row === undefined ? t("exports:stage.queued") : exportStateText(row, t);
  return (
    <Stack gap="md">
      <Text role="status">{words}</Text>
      <FaultAlert error={error ?? cancel.error} />
      {runs ? <Progress value={row?.progress ?? 0} aria-label={t("exports:progress")} /> : null}
      {runs ? (
        <Text size="sm" c="dimmed">
          {t("exports:mayClose")}
        </Text>
      ) : null}
      {row?.isReady ? <Text className={classes["file"] ?? ""}>{row.fileName}</Text> : null}
      <Group justify="flex-end" gap="xs">
        {runs ? (
          <Button variant="default" loading={cancel.isPending} onClick={() => cancel.mutate({ id })}>
            {t("exports:cancel")}
          </Button>
        ) : (
          <Button variant="default" onClick={onAnother}>
            {t("exports:another")}
          </Button>
        )}
        {row?.isReady ? (
          <Button
            component="a"
            href={exportFileUrl(id)}
            download
            onClick={() => unfollowExport(id)}
            leftSection={<IconDownload size={17} aria-hidden="true" />}
          >
            {t("common:download")}
          </Button>
        ) : (
          <Button variant="default" onClick={onClose}>
            {t("common:close")}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

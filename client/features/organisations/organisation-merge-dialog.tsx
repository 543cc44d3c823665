import { Button, Group, Modal, Stack } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { MergePreviewPanel } from "#client/features/organisations/merge-preview-panel.tsx";
import { useMerge } from "#client/features/organisations/use-merge.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { Loading } from "#client/ui/loading.tsx";

type Props = { ownId: string; otherId: string; onClose: () => void };

/** Shows what merging two entries would do, either way round, before it is done. */
export function OrganisationMergeDialog({ ownId, otherId, onClose }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { preview, isLoading, isMerging, error, swap, run } = useMerge(ownId, otherId, (organisationId) => {
    onClose();
    void navigate({ to: "/organisations/$organisationId", params: { organisationId } });
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("organisations:merge.dialogTitle")}
      size="lg"
      closeButtonProps={{ "aria-label": t("common:close") }}
    >
      <Stack gap="md">
        {preview === undefined ? null : <MergePreviewPanel preview={preview} />}
        {preview === undefined && isLoading ? <Loading /> : null}
        <FaultAlert error={error} />
        <Group justify="space-between">
          <Button variant="default" disabled={preview?.maySwap !== true} onClick={swap}>
            {t("organisations:merge.swap")}
          </Button>
          <Button
            color="red.8"
            disabled={preview === undefined || preview.conflicts.length > 0}
            loading={isMerging}
            onClick={run}
          >
            {t("organisations:merge.confirm")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

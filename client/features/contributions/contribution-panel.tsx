import { Drawer } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { LineView } from "#client/features/contributions/line-view.tsx";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { Loading } from "#client/ui/loading.tsx";

type Props = { id: string | undefined; onClose: () => void };

/** One line beside the ledger, opened by its address. */
export function ContributionPanel({ id, onClose }: Props) {
  const { t } = useTranslation();
  const found = useQuery(trpc.contribution.show.queryOptions({ id: id ?? "" }, { enabled: id !== undefined }));
  const line = id === undefined ? undefined : found.data;
  const isLoading = id !== undefined && line === undefined && found.error === null;
  return (
    <Drawer
      opened={id !== undefined}
      onClose={onClose}
      position="right"
      size="lg"
      title={line?.title ?? t("contributions:line")}
      closeButtonProps={{ "aria-label": t("common:close") }}
    >
      <FaultAlert error={found.error} onRetry={() => void found.refetch()} />
      {isLoading ? <Loading /> : null}
      {line === undefined ? null : <LineView line={line} />}
    </Drawer>
  );
}

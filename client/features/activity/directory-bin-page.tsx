import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { BinPanel } from "#client/features/activity/bin-panel.tsx";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { PageHeader } from "#client/ui/page-header.tsx";

/** Removed projects, organisations, memberships and resources that this person may bring back. */
export function DirectoryBinPage() {
  const { t } = useTranslation();
  const found = useQuery(trpc.bin.directory.queryOptions({}));
  return (
    <>
      <PageHeader title={t("frame:bin")} description={t("bin:directoryDescription")} />
      <FaultAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.error ? null : <BinPanel label={t("frame:bin")} rows={found.data?.rows} />}
    </>
  );
}

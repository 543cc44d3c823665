import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { BinPanel } from "#client/features/activity/bin-panel.tsx";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { PageHeader } from "#client/ui/page-header.tsx";

/** What was removed from a project in the last 30 days. */
export function ProjectBinPage() {
  const { t } = useTranslation();
  const { projectId } = useParams({ from: "/projects/$projectId" });
  const found = useQuery(trpc.bin.list.queryOptions({ projectId }));
  return (
    <>
      <PageHeader title={t("frame:bin")} description={t("bin:description")} />
      <FaultAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.error ? null : <BinPanel label={t("frame:bin")} rows={found.data?.rows} />}
    </>
  );
}

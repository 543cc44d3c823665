import { Button, Modal } from "@mantine/core";
import { IconSnowflake } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { baselineColumns } from "#client/features/baselines/baseline-columns.tsx";
import { BaselineFreezeForm } from "#client/features/baselines/baseline-freeze-form.tsx";
import { ComparisonPanel } from "#client/features/baselines/comparison-panel.tsx";
import { DataTable } from "#client/ui/data-table.tsx";
import { EmptyState } from "#client/ui/empty-state.tsx";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { PageHeader } from "#client/ui/page-header.tsx";
import { PagePanel } from "#client/ui/page-panel.tsx";

/** What changed in the plan between two moments, and the moments it was frozen at. */
export function BaselinePage() {
  const { t } = useTranslation();
  const { projectId } = useParams({ from: "/projects/$projectId" });
  const [isFreezing, setFreezing] = useState(false);
  const found = useQuery(trpc.baseline.list.queryOptions({ projectId }));
  const rows = found.data?.rows;
  const mayFreeze = found.data?.mayFreeze === true;
  const freeze = mayFreeze ? (
    <Button leftSection={<IconSnowflake size={17} aria-hidden="true" />} onClick={() => setFreezing(true)}>
      {t("baselines:freeze.open")}
    </Button>
  ) : undefined;
  return (
    <>
      <PageHeader title={t("frame:baselines")} description={t("baselines:description")} actions={freeze} />
      <FaultAlert error={found.error} onRetry={() => void found.refetch()} />
      {rows && rows.length > 0 ? <ComparisonPanel projectId={projectId} baselines={rows} /> : null}
      <PagePanel title={t("baselines:list")} isFlush>
        <DataTable
          label={t("baselines:list")}
          columns={baselineColumns(t, mayFreeze)}
          rows={rows}
          rowKey={(row) => row.id}
          empty={
            <EmptyState kind="nothing-yet" title={t("baselines:none")} action={freeze}>
              {t("baselines:noneHint")}
            </EmptyState>
          }
        />
      </PagePanel>
      <Modal
        opened={isFreezing}
        onClose={() => setFreezing(false)}
        title={t("baselines:freeze.title")}
        closeButtonProps={{ "aria-label": t("common:close") }}
      >
        <BaselineFreezeForm projectId={projectId} onDone={() => setFreezing(false)} />
      </Modal>
    </>
  );
}

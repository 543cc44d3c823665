import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { decisionColumns } from "#client/features/decisions/decision-columns.tsx";
import { DecisionDialog } from "#client/features/decisions/decision-dialog.tsx";
import { DataTable } from "#client/ui/data-table.tsx";
import { EmptyState } from "#client/ui/empty-state.tsx";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { PageHeader } from "#client/ui/page-header.tsx";
import { PagePanel } from "#client/ui/page-panel.tsx";

/** The questions put to the participants of a project, with what became of them and where our vote is missing. */
export function DecisionListPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { projectId } = useParams({ from: "/projects/$projectId" });
  const { create } = useSearch({ from: "/projects/$projectId/decisions/" });
  const found = useQuery(trpc.decision.list.queryOptions({ projectId }));
  const ask = (isOpen: boolean) =>
    void navigate({ to: ".", search: isOpen ? { create: true } : {}, replace: true, resetScroll: false });
  const button = found.data?.may.create ? (
    <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={() => ask(true)}>
      {t("decisions:new")}
    </Button>
  ) : null;
  return (
    <>
      <PageHeader title={t("frame:decisions")} description={t("decisions:description")} actions={button} />
      <FaultAlert error={found.error} onRetry={() => void found.refetch()} />
      <PagePanel isFlush>
        <DataTable
          label={t("frame:decisions")}
          columns={decisionColumns(t)}
          rows={found.data?.rows}
          rowKey={(row) => row.id}
          rowLink={(row) => ({
            to: "/projects/$projectId/decisions/$decisionId",
            params: { projectId, decisionId: row.id },
          })}
          empty={
            <EmptyState kind="nothing-yet" title={t("decisions:none")} action={button}>
              {t("decisions:noneText")}
            </EmptyState>
          }
        />
      </PagePanel>
      <DecisionDialog
        isOpen={create === true && found.data?.may.create === true}
        projectId={projectId}
        onClose={() => ask(false)}
        onDone={(decisionId) =>
          void navigate({ to: "/projects/$projectId/decisions/$decisionId", params: { projectId, decisionId } })
        }
      />
    </>
  );
}

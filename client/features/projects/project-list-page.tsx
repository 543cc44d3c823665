import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useSession } from "#client/app/session.ts";
import { projectColumns } from "#client/features/projects/project-columns.tsx";
import { BinButton } from "#client/features/activity/bin-button.tsx";
import { ProjectCreateDialog } from "#client/features/projects/project-create-dialog.tsx";
import { ProjectFilterBar } from "#client/features/projects/project-filter-bar.tsx";
import { projectPageSize, useProjectList } from "#client/features/projects/use-project-list.ts";
import { DataTable } from "#client/ui/data-table.tsx";
import { EmptyState } from "#client/ui/empty-state.tsx";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { NothingFound } from "#client/ui/nothing-found.tsx";
import { PageHeader } from "#client/ui/page-header.tsx";
import { PagePanel } from "#client/ui/page-panel.tsx";
import { Pager } from "#client/ui/pager.tsx";

/** All projects the person may know of, with what is agreed and delivered in each. */
export function ProjectListPage() {
  const { t } = useTranslation();
  const { actingFor } = useSession();
  const navigate = useNavigate();
  const { create } = useSearch({ from: "/projects/" });
  const { list, found } = useProjectList();
  const mayCreate = actingFor !== null && actingFor.role !== "viewer";
  const ask = (isOpen: boolean) => {
    const next = (former: object) => ({ ...former, create: isOpen ? true : undefined });
    void navigate({ to: ".", search: next as never });
  };
  const start = mayCreate ? (
    <Button leftSection={<IconPlus size={17} aria-hidden="true" />} onClick={() => ask(true)}>
      {t("projects:create.open")}
    </Button>
  ) : undefined;
  const nothingYet = (
    <EmptyState kind="nothing-yet" title={t("projects:none")} action={start}>
      {t("projects:noneHint")}
    </EmptyState>
  );
  return (
    <>
      <PageHeader
        title={t("frame:projects")}
        description={t("projects:description")}
        actions={
          <>
            {mayCreate ? <BinButton /> : null}
            {start}
          </>
        }
      />
      <ProjectFilterBar list={list} />
      <FaultAlert error={found.error} onRetry={() => void found.refetch()} />
      <PagePanel isFlush>
        <DataTable
          label={t("frame:projects")}
          columns={projectColumns(t)}
          rows={found.data?.rows}
          rowKey={(row) => row.id}
          rowLink={(row) => ({ to: "/projects/$projectId", params: { projectId: row.id } })}
          sort={list.sort}
          onSort={list.sortBy}
          empty={list.isFiltered ? <NothingFound onReset={list.reset} /> : nothingYet}
        />
        <Pager page={list.page} pageSize={projectPageSize} total={found.data?.total ?? 0} onPage={list.goTo} />
      </PagePanel>
      {mayCreate ? <ProjectCreateDialog isOpen={create === true} onClose={() => ask(false)} /> : null}
    </>
  );
}

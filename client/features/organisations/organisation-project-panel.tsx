import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { useOrganisationProjectColumns } from "#client/features/organisations/use-organisation-project-columns.tsx";
import classes from "#client/features/organisations/organisation-page.module.css";
import { DataTable } from "#client/ui/data-table.tsx";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { PagePanel } from "#client/ui/page-panel.tsx";
import { Pager } from "#client/ui/pager.tsx";

const pageSize = 20;

/** The projects of an organisation that the reader may know of. */
export function OrganisationProjectPanel({ organisationId }: { organisationId: string }) {
  const { t } = useTranslation();
  const [page, setPage] = useState(1);
  const found = useQuery(
    trpc.organisation.projects.queryOptions({ organisationId, page, pageSize }, { placeholderData: keepPreviousData }),
  );
  const columns = useOrganisationProjectColumns();
  const total = found.data?.total ?? 0;
  const isEmpty = found.data?.total === 0;
  return (
    <PagePanel title={t("organisations:project.title")} isFlush={!isEmpty}>
      <FaultAlert error={found.error} onRetry={() => void found.refetch()} />
      <DataTable
        label={t("organisations:project.table")}
        columns={columns}
        rows={found.error === null ? found.data?.rows : []}
        rowKey={(row) => row.id}
        rowLink={(row) => ({ to: "/projects/$projectId", params: { projectId: row.id } })}
        empty={isEmpty ? <p className={classes["none"]}>{t("organisations:project.none")}</p> : null}
      />
      {total > pageSize ? <Pager page={page} pageSize={pageSize} total={total} onPage={setPage} /> : null}
    </PagePanel>
  );
}

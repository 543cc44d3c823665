import { Button } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { MatrixBody } from "#client/features/matrix/matrix-body.tsx";
import { MatrixSwitches } from "#client/features/matrix/matrix-switches.tsx";
import { EmptyState } from "#client/ui/empty-state.tsx";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { Loading } from "#client/ui/loading.tsx";
import { PageHeader } from "#client/ui/page-header.tsx";

/** Participants × streams over the ledger, edited like a spreadsheet. */
export function MatrixPage() {
  const { t } = useTranslation();
  const { projectId } = useParams({ from: "/projects/$projectId" });
  const { measure = "effort", by = "project" } = useSearch({ from: "/projects/$projectId/matrix" });
  const input = { projectId, measure, by };
  const found = useQuery(trpc.matrix.show.queryOptions(input, { placeholderData: keepPreviousData }));
  const matrix = found.data;
  const isEmpty = matrix !== undefined && (matrix.rows.length === 0 || matrix.columns.every(({ id }) => id === null));
  const isBare = isEmpty && matrix.cells.length === 0;
  return (
    <>
      <PageHeader
        title={t("frame:matrix")}
        description={t("matrix:description")}
        actions={<MatrixSwitches measure={measure} by={by} />}
      />
      <FaultAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending ? <Loading /> : null}
      {isBare ? (
        <EmptyState
          kind="nothing-yet"
          title={t(`matrix:none.${by}`)}
          action={
            <Button
              component={Link}
              to={by === "period" ? "/projects/$projectId/updates" : "/projects/$projectId/streams"}
              params={{ projectId } as never}
            >
              {t(by === "period" ? "frame:updates" : "frame:streams")}
            </Button>
          }
        >
          {t(`matrix:noneText.${by}`)}
        </EmptyState>
      ) : null}
      {matrix !== undefined && !isBare ? (
        <MatrixBody key={`${matrix.projectId} ${matrix.measure} ${matrix.by}`} matrix={matrix} />
      ) : null}
    </>
  );
}

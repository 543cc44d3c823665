import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useParams, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { ForecastActions } from "#client/features/reporting/forecast-actions.tsx";
import { ForecastBody } from "#client/features/reporting/forecast-body.tsx";
import classes from "#client/features/reporting/forecast.module.css";
import { useListSearch } from "#client/lib/use-list-search.ts";
import { EmptyState } from "#client/ui/empty-state.tsx";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { Loading } from "#client/ui/loading.tsx";
import { PageHeader } from "#client/ui/page-header.tsx";

/** Plan and actual: what was agreed, what was delivered and what is now forecast, for value or effort. */
export function ForecastPage() {
  const { t } = useTranslation();
  const { projectId } = useParams({ from: "/projects/$projectId" });
  const search = useSearch({ from: "/projects/$projectId/forecast" });
  const { filterBy } = useListSearch({ by: "", isDescending: false });
  const unit = search.unit ?? "value";
  const found = useQuery(trpc.forecast.show.queryOptions({ projectId, unit }, { placeholderData: keepPreviousData }));
  const forecast = found.data;
  const memberName = (id: string) => forecast?.members.find((each) => each.id === id)?.name ?? "";
  const streamName = (id: string | null) => {
    const stream = forecast?.streams.find((each) => each.id === id);
    return stream ? `${stream.code} ${stream.title}` : t("forecast:wholeProject");
  };
  const actions =
    forecast && forecast.byMember.length > 0 ? (
      <ForecastActions
        forecast={forecast}
        unit={unit}
        memberName={memberName}
        streamName={streamName}
        onChoose={filterBy}
      />
    ) : undefined;
  return (
    <div className={classes["page"]}>
      <PageHeader title={t("frame:forecast")} description={t("forecast:description")} actions={actions} />
      <FaultAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending ? <Loading /> : null}
      {forecast && forecast.byMember.length === 0 ? (
        <EmptyState kind="nothing-yet" title={t("forecast:none")}>
          {t("forecast:noneText")}
        </EmptyState>
      ) : null}
      {forecast && forecast.byMember.length > 0 ? (
        <ForecastBody
          projectId={projectId}
          forecast={forecast}
          view={{ ...search, by: search.by ?? "member" }}
          memberName={memberName}
          streamName={streamName}
          onChoose={filterBy}
        />
      ) : null}
    </div>
  );
}

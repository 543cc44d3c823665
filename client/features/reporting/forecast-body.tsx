import { SegmentedControl } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { ForecastCardList } from "#client/features/reporting/forecast-card-list.tsx";
import { ForecastChart } from "#client/features/reporting/forecast-chart.tsx";
import { ForecastFiguresPanel } from "#client/features/reporting/forecast-figures-panel.tsx";
import { ForecastFilters } from "#client/features/reporting/forecast-filters.tsx";
import { ForecastLandingPanel } from "#client/features/reporting/forecast-landing-panel.tsx";
import { ForecastTable } from "#client/features/reporting/forecast-table.tsx";
import { amountText } from "#client/features/reporting/forecast-text.ts";
import { forecastRows, type ForecastView } from "#client/features/reporting/forecast-view.ts";
import { useFormat } from "#client/lib/use-format.ts";
import { NothingFound } from "#client/ui/nothing-found.tsx";
import { PagePanel } from "#client/ui/page-panel.tsx";
import type { Forecast } from "#shared/features/reporting/forecast.ts";

type Props = {
  projectId: string;
  forecast: Forecast;
  view: ForecastView;
  memberName: (id: string) => string;
  streamName: (id: string | null) => string;
  onChoose: (part: Record<string, string | undefined>) => void;
};

/** Figures of the whole, the picture, what lands in the last period, and the table with its filters. */
export function ForecastBody({ projectId, forecast, view, memberName, streamName, onChoose }: Props) {
  const { t } = useTranslation();
  const amounts = amountText(forecast, useFormat());
  const { rows, total } = forecastRows(forecast, view, { member: memberName, stream: streamName });
  const shown = forecast.periods
    .map((period, at) => ({ period, at }))
    .filter(({ period }) => view.period === undefined || String(period.number) === view.period)
    .map(({ at }) => at);
  const largest = Math.max(1, ...rows.map(({ all }) => Math.max(all.agreed ?? 0, all.forecast ?? 0)));
  const table = { forecast, rows, total, shown, amounts, largest };
  const curve = forecast.hasHidden ? forecast.seen : forecast.total;
  return (
    <>
      <ForecastFiguresPanel forecast={forecast} amounts={amounts} />
      <ForecastLandingPanel projectId={projectId} forecast={forecast} amounts={amounts} memberName={memberName} />
      {forecast.periods.length === 0 ? null : (
        <PagePanel>
          <ForecastChart
            forecast={forecast}
            row={curve}
            amounts={amounts}
            note={forecast.hasHidden ? t("forecast:seenOnly") : null}
          />
        </PagePanel>
      )}
      <PagePanel
        title={t("forecast:table")}
        description={forecast.hasHidden ? t("forecast:hiddenNote") : t("forecast:tableText")}
        actions={
          <SegmentedControl
            aria-label={t("forecast:by.title")}
            size="xs"
            value={view.by}
            data={(["member", "stream"] as const).map((value) => ({ value, label: t(`forecast:by.${value}`) }))}
            onChange={(next) => onChoose({ by: next === "member" ? undefined : next })}
          />
        }
      >
        <ForecastFilters
          forecast={forecast}
          view={view}
          memberName={memberName}
          streamName={streamName}
          onChoose={onChoose}
        />
        {rows.length === 0 ? (
          <NothingFound onReset={() => onChoose({ member: undefined, stream: undefined, period: undefined })} />
        ) : (
          <>
            <ForecastTable {...table} by={view.by} />
            <ForecastCardList {...table} />
          </>
        )}
      </PagePanel>
    </>
  );
}

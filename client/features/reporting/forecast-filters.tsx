import { useTranslation } from "react-i18next";
import { type ForecastView, noStream } from "#client/features/reporting/forecast-view.ts";
import { FilterBar } from "#client/ui/filter-bar.tsx";
import { FilterSelect } from "#client/ui/filter-select.tsx";
import type { Forecast } from "#shared/features/reporting/forecast.ts";

type Props = {
  forecast: Forecast;
  view: ForecastView;
  memberName: (id: string) => string;
  streamName: (id: string | null) => string;
  onChoose: (part: { member?: string | undefined; stream?: string | undefined; period?: string | undefined }) => void;
};

/** Member, stream and period of the table. */
export function ForecastFilters({ forecast, view, memberName, streamName, onChoose }: Props) {
  const { t } = useTranslation();
  const members = forecast.byMember.map(({ participantId }) => ({
    value: participantId,
    label: memberName(participantId),
  }));
  const streams = forecast.byStream.map(({ streamId }) => ({
    value: streamId ?? noStream,
    label: streamName(streamId),
  }));
  const periods = forecast.periods.map(({ number }) => ({
    value: String(number),
    label: t("forecast:period", { number }),
  }));
  const { member, stream, period } = view;
  return (
    <FilterBar
      isFiltered={[member, stream, period].some((value) => value !== undefined)}
      onReset={() => onChoose({ member: undefined, stream: undefined, period: undefined })}
    >
      <FilterSelect
        label={t("forecast:by.member")}
        allLabel={t("common:all")}
        value={member}
        options={members}
        onChoose={(next) => onChoose({ member: next })}
      />
      <FilterSelect
        label={t("forecast:by.stream")}
        allLabel={t("common:all")}
        value={stream}
        options={streams}
        onChoose={(next) => onChoose({ stream: next })}
      />
      <FilterSelect
        label={t("forecast:periodTitle")}
        allLabel={t("common:all")}
        value={period}
        options={periods}
        onChoose={(next) => onChoose({ period: next })}
      />
    </FilterBar>
  );
}

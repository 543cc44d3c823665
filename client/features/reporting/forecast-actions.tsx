import { Button, SegmentedControl } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { forecastFile } from "#client/features/reporting/forecast-file.ts";
import { saveFile } from "#client/lib/save-file.ts";
import type { Forecast } from "#shared/features/reporting/forecast.ts";
import { type ForecastUnit, forecastUnits } from "#shared/features/reporting/forecast-words.ts";

type Props = {
  forecast: Forecast;
  unit: ForecastUnit;
  memberName: (id: string) => string;
  streamName: (id: string | null) => string;
  onChoose: (part: { unit: ForecastUnit | undefined }) => void;
};

const heads = ["by.member", "by.stream", "periodTitle", "agreed", "delivered", "forecast", "beforeHead"];

/** Value or effort, and the whole table as a file. */
export function ForecastActions({ forecast, unit, memberName, streamName, onChoose }: Props) {
  const { t } = useTranslation();
  const save = () => {
    const text = forecastFile(forecast, {
      heads: heads.map((head) => t(`forecast:${head}`)),
      confidential: t("common:confidential"),
      total: t("forecast:sum"),
      member: memberName,
      stream: streamName,
    });
    saveFile(`${t("frame:forecast")}.csv`, "text/csv", text);
  };
  return (
    <>
      <SegmentedControl
        aria-label={t("forecast:unit.title")}
        value={unit}
        data={forecastUnits.map((value) => ({ value, label: t(`forecast:unit.${value}`) }))}
        onChange={(next) => onChoose({ unit: next === "value" ? undefined : next })}
      />
      <Button variant="default" leftSection={<IconDownload size={17} aria-hidden="true" />} onClick={save}>
        {t("forecast:asCsv")}
      </Button>
    </>
  );
}

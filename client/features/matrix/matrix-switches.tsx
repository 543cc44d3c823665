import { SegmentedControl } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useListSearch } from "#client/lib/use-list-search.ts";
import {
  type MatrixAxis,
  matrixAxes,
  type MatrixMeasure,
  matrixMeasures,
} from "#shared/features/matrix/matrix-words.ts";

/** Effort or value, streams or periods; both stand in the address. */
export function MatrixSwitches({ measure, by }: { measure: MatrixMeasure; by: MatrixAxis }) {
  const { t } = useTranslation();
  const { filterBy } = useListSearch({ by: "", isDescending: false });
  return (
    <>
      <SegmentedControl
        aria-label={t("matrix:measure.title")}
        value={measure}
        data={matrixMeasures.map((value) => ({ value, label: t(`matrix:measure.${value}`) }))}
        onChange={(next) => filterBy({ measure: next === "effort" ? undefined : next })}
      />
      <SegmentedControl
        aria-label={t("matrix:by.title")}
        value={by}
        data={matrixAxes.map((value) => ({ value, label: t(`matrix:by.${value}`) }))}
        onChange={(next) => filterBy({ by: next === "project" ? undefined : next })}
      />
    </>
  );
}

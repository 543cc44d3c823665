import { useTranslation } from "react-i18next";
import { ForecastFigure } from "#client/features/reporting/forecast-figure.tsx";
import { ForecastName } from "#client/features/reporting/forecast-name.tsx";
import { type AmountText, changeOf } from "#client/features/reporting/forecast-text.ts";
import classes from "#client/features/reporting/forecast.module.css";
import type { ForecastCell, ForecastCells } from "#shared/features/reporting/forecast.ts";

type Props = {
  name: string;
  row: ForecastCells;
  /** Places of the periods that are shown. */
  shown: readonly number[];
  amounts: AmountText;
  /** The longest bar of the table. */
  largest: number;
  /** Number of the period the change is counted from; null when there is none. */
  comparedWith: number | null;
  look?: "part" | "total";
  /** Absent: there is nothing to unfold. */
  unfold?: { isOpen: boolean; label: string; toggle: () => void };
};

const measures = ["agreed", "delivered", "forecast"] as const;

/** One member or stream of the table: its name and picture beside lines for agreed, delivered, forecast and its change. */
export function ForecastGroup({ name, row, shown, amounts, largest, comparedWith, look, unfold }: Props) {
  const { t } = useTranslation();
  const hasChanges =
    comparedWith !== null && [row.all, ...shown.map((at) => row.cells[at])].some((cell) => cell && changeOf(cell));
  const cells = shown.map((at) => ({ at, cell: row.cells[at] }));
  const line = (pick: (cell: ForecastCell) => number | null, write: (amount: number) => string) => (
    <>
      <td className={classes["sum"]}>
        <ForecastFigure amount={pick(row.all)} write={write} />
      </td>
      {cells.map(({ at, cell }) => (
        <td key={at}>{cell ? <ForecastFigure amount={pick(cell)} write={write} /> : null}</td>
      ))}
    </>
  );
  if (row.all.agreed === null && row.cells.every((cell) => cell.agreed === null)) {
    return (
      <tbody className={classes["group"]} data-look={look}>
        <tr>
          <th scope="rowgroup" className={classes["name"]}>
            <ForecastName name={name} cell={row.all} amounts={amounts} largest={largest} unfold={unfold} />
          </th>
          <td colSpan={shown.length + 2} className={classes["withheld"]}>
            <em>{t("common:confidential")}</em>
          </td>
        </tr>
      </tbody>
    );
  }
  return (
    <tbody className={classes["group"]} data-look={look}>
      {measures.map((measure, index) => (
        <tr key={measure}>
          {index === 0 ? (
            <th scope="rowgroup" rowSpan={hasChanges ? 4 : 3} className={classes["name"]}>
              <ForecastName name={name} cell={row.all} amounts={amounts} largest={largest} unfold={unfold} />
            </th>
          ) : null}
          <th scope="row" className={classes["measure"]} data-measure={measure}>
            {t(`forecast:${measure}`)}
          </th>
          {line((cell) => cell[measure], amounts.plain)}
        </tr>
      ))}
      {hasChanges ? (
        <tr className={classes["change"]}>
          <th scope="row" className={classes["measure"]}>
            {t("forecast:change")}
          </th>
          {line(changeOf, (amount) => (amount === 0 ? "–" : amounts.signed(amount)))}
        </tr>
      ) : null}
    </tbody>
  );
}

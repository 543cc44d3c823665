import { Fragment, useState } from "react";
import { useTranslation } from "react-i18next";
import { ForecastGroup } from "#client/features/reporting/forecast-group.tsx";
import { ForecastTableHead } from "#client/features/reporting/forecast-table-head.tsx";
import type { AmountText } from "#client/features/reporting/forecast-text.ts";
import type { ForecastRow, ForecastView } from "#client/features/reporting/forecast-view.ts";
import classes from "#client/features/reporting/forecast.module.css";
import { ScrollBox } from "#client/ui/scroll-box.tsx";
import type { Forecast, ForecastCells } from "#shared/features/reporting/forecast.ts";

type Props = {
  forecast: Forecast;
  by: ForecastView["by"];
  rows: readonly ForecastRow[];
  total: ForecastCells | null;
  shown: readonly number[];
  amounts: AmountText;
  largest: number;
};

/** Agreed, delivered and forecast by period; every row unfolds into its streams or members. */
export function ForecastTable({ forecast, by, rows, total, shown, amounts, largest }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const toggle = (id: string) =>
    setOpen((former) =>
      former.has(id) ? new Set([...former].filter((each) => each !== id)) : new Set([...former, id]),
    );
  const shared = { shown, amounts, largest, comparedWith: forecast.comparedWith };
  const label = t("forecast:table");
  return (
    <div className={classes["wide"]}>
      <ScrollBox label={label}>
        <table className={classes["table"]} aria-label={label}>
          <ForecastTableHead periods={forecast.periods} by={by} shown={shown} />
          {rows.map((row) => {
            const isOpen = open.has(row.id);
            const unfold = {
              isOpen,
              label: t(by === "member" ? "forecast:showStreams" : "forecast:showMembers", { name: row.name }),
              toggle: () => toggle(row.id),
            };
            return (
              <Fragment key={row.id}>
                <ForecastGroup name={row.name} row={row} {...shared} {...(row.parts.length > 0 ? { unfold } : {})} />
                {isOpen
                  ? row.parts.map((part) => (
                      <ForecastGroup key={part.id} name={part.name} row={part} look="part" {...shared} />
                    ))
                  : null}
              </Fragment>
            );
          })}
          {total === null ? null : (
            <ForecastGroup
              name={t("forecast:total")}
              row={total}
              look="total"
              {...shared}
              largest={Math.max(total.all.agreed ?? 0, total.all.forecast ?? 0)}
            />
          )}
        </table>
      </ScrollBox>
    </div>
  );
}

import { useTranslation } from "react-i18next";
import classes from "#client/features/risks/risks.module.css";
import type { RiskList, RiskRow } from "#shared/features/risks/risk.ts";

type Props = { row: RiskRow; periods: RiskList["periods"] };

/** How a risk stood, period by period: a letter on a pattern of its own, spelled out for screen readers. */
export function RiskPeriodBar({ row, periods }: Props) {
  const { t } = useTranslation();
  return (
    <ol className={classes["bar"]}>
      {periods.map(({ id, number }) => {
        const report = row.reports.find(({ periodId }) => periodId === id);
        const words = t("risks:periodState", {
          number,
          state: report ? t(`risks:state.${report.state}`) : t("risks:notReported"),
          likelihood: t(`risks:level.${(report ?? row).likelihood}`),
          severity: t(`risks:level.${(report ?? row).severity}`),
        });
        const said = report?.note ? `${words}. ${report.note}` : words;
        return (
          <li key={id} data-state={report?.state} title={said}>
            <span aria-hidden="true">{report ? t(`risks:letter.${report.state}`) : "·"}</span>
            <span className={classes["hidden"]}>{said}</span>
          </li>
        );
      })}
    </ol>
  );
}

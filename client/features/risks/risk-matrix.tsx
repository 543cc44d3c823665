import { useTranslation } from "react-i18next";
import classes from "#client/features/risks/risks.module.css";
import { type RiskLevel, riskLevels } from "#shared/features/risks/risk-words.ts";
import type { RiskRow } from "#shared/features/risks/risk.ts";

const weight: Record<RiskLevel, number> = { L: 1, M: 2, H: 3 };

/** Likelihood upwards, severity to the right; each cell holds the numbers of its risks and grows darker and denser with weight. */
export function RiskMatrix({ rows }: { rows: readonly RiskRow[] }) {
  const { t } = useTranslation();
  const open = rows.filter(({ present }) => present.state !== "closed");
  return (
    <table className={classes["matrix"]}>
      <caption className={classes["hidden"]}>{t("risks:matrix")}</caption>
      <tbody>
        {riskLevels.toReversed().map((likelihood, index) => (
          <tr key={likelihood}>
            {index === 0 ? (
              <th rowSpan={3} scope="rowgroup" className={classes["side"]}>
                <span>{t("risks:likelihood")}</span>
              </th>
            ) : null}
            <th scope="row">{t(`risks:level.${likelihood}`)}</th>
            {riskLevels.map((severity) => {
              const here = open.filter(
                ({ present }) => present.likelihood === likelihood && present.severity === severity,
              );
              return (
                <td key={severity} data-weight={weight[likelihood] * weight[severity]}>
                  <ul>
                    {here.map((row) => (
                      <li key={row.id} title={row.title}>
                        {row.number}
                      </li>
                    ))}
                  </ul>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th colSpan={2} scope="row">
            {t("risks:severity")} →
          </th>
          {riskLevels.map((severity) => (
            <th key={severity} scope="col">
              {t(`risks:level.${severity}`)}
            </th>
          ))}
        </tr>
      </tfoot>
    </table>
  );
}

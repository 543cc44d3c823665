import { useTranslation } from "react-i18next";
import classes from "#client/features/contributions/bulk-bar.module.css";
import { useFormat } from "#client/lib/use-format.ts";
import { scaleTerms, shortOfDelivered } from "#shared/features/contributions/amendment-rules.ts";
import { ScrollBox } from "#client/ui/scroll-box.tsx";
import type { ContributionRow } from "#shared/features/contributions/contribution-views.ts";

type Props = { rows: readonly ContributionRow[]; currency: string; changeBp: number };

/** Each line with its agreed figures and what they would come to, by the same rule that the server follows. */
export function ScalePreview({ rows, currency, changeBp }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const figures = ({
    valueCents,
    effortPmHundredths,
  }: {
    valueCents: number | null;
    effortPmHundredths: number | null;
  }) =>
    [
      effortPmHundredths === null ? null : format.effort(effortPmHundredths),
      valueCents === null ? null : format.money(valueCents, currency),
    ]
      .filter(Boolean)
      .join(" · ") || "–";
  return (
    <div className={classes["preview"]}>
      <ScrollBox label={t("contributions:scale.preview")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("contributions:line")}</th>
              <th scope="col">{t("contributions:amendment.agreed")}</th>
              <th scope="col">{t("contributions:amendment.proposed")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const after = scaleTerms(row, changeBp);
              const isShort = shortOfDelivered(after, row).length > 0;
              return (
                <tr key={row.id}>
                  <th scope="row">
                    {row.title}
                    <span className={classes["short"]}>
                      {row.memberName}
                      {isShort ? ` · ${t("contributions:scale.belowDelivered")}` : ""}
                    </span>
                  </th>
                  <td>{figures(row)}</td>
                  <td>{figures(after)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollBox>
    </div>
  );
}

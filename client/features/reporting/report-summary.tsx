import { useTranslation } from "react-i18next";
import classes from "#client/features/reporting/report-card.module.css";
import { useFormat } from "#client/lib/use-format.ts";
import { PercentBar } from "#client/ui/percent-bar.tsx";
import type { Report } from "#shared/features/reporting/update.ts";

type Props = { report: Report; unit: string | null; currency: string };

/** What a report says, to be read. */
export function ReportSummary({ report, unit, currency }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const amounts = (pm: number | null, quantity: string | null, cents: number | null) =>
    [
      pm === null ? null : format.effort(pm),
      quantity === null ? null : `${format.decimal(quantity)} ${unit ?? ""}`,
      cents === null ? null : format.money(cents, currency),
    ]
      .filter((part) => part !== null)
      .join(" · ");
  const delivered = amounts(report.deliveredPmHundredths, report.deliveredQuantity, report.deliveredCents);
  const remaining = amounts(report.remainingPmHundredths, report.remainingQuantity, report.remainingCents);
  return (
    <>
      <dl className={classes["figures"]}>
        <div>
          <dt>{t("reporting:delivered")}</dt>
          <dd>{delivered === "" ? t("common:notSet") : delivered}</dd>
        </div>
        <div>
          <dt>{t("reporting:remaining")}</dt>
          <dd>{remaining === "" ? t("reporting:asAgreed") : remaining}</dd>
        </div>
        {report.progressBp === null ? null : (
          <div>
            <dt>{t("reporting:progress")}</dt>
            <dd>
              <PercentBar label={t("reporting:progress")} basisPoints={report.progressBp} />
            </dd>
          </div>
        )}
      </dl>
      {report.text === "" ? null : <p className={classes["text"]}>{report.text}</p>}
      {report.lateReason === "" ? null : (
        <p className={classes["quiet"]}>{t("reporting:lateReasonShown", { reason: report.lateReason })}</p>
      )}
    </>
  );
}

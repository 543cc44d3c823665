import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import classes from "#client/features/contributions/amendment-card.module.css";
import { useFormat } from "#client/lib/use-format.ts";
import type { ContributionDetail } from "#shared/features/contributions/contribution-views.ts";

type Props = {
  line: Pick<ContributionDetail, "deliveredCents" | "deliveredPmHundredths" | "currency">;
  below: readonly ("value" | "effort")[];
};

/** Says that a figure would be less than what was accepted as delivered already. */
export function DeliveredWarning({ line, below }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  if (below.length === 0) return null;
  const amounts = below.map((unit) =>
    unit === "value" ? format.money(line.deliveredCents, line.currency) : format.effort(line.deliveredPmHundredths),
  );
  return (
    <p className={classes["warning"]}>
      <IconAlertTriangle size={18} aria-hidden="true" />
      <span>{t("contributions:amendment.belowDelivered", { amount: format.list(amounts) })}</span>
    </p>
  );
}

import { useTranslation } from "react-i18next";
import { AmountText } from "#client/features/contributions/amount-text.tsx";
import classes from "#client/features/contributions/line-facts.module.css";
import { MoneyText } from "#client/ui/money-text.tsx";
import { NoValue } from "#client/ui/no-value.tsx";
import type { ContributionDetail } from "#shared/features/contributions/contribution-views.ts";

/** The facts of a line as names and values. */
export function LineFacts({ line }: { line: ContributionDetail }) {
  const { t } = useTranslation();
  const facts = [
    { name: t("contributions:member"), value: line.memberName },
    {
      name: t("contributions:stream"),
      value:
        line.streamCode === null ? t("contributions:wholeProject") : `${line.streamCode} · ${line.streamTitle ?? ""}`,
    },
    { name: t("contributions:kind.title"), value: t(`contributions:kind.${line.kind}`) },
    {
      name: t("contributions:amount"),
      value: <AmountText effortPmHundredths={line.effortPmHundredths} quantity={line.quantity} unit={line.unit} />,
    },
    { name: t("contributions:value"), value: <MoneyText cents={line.valueCents} currency={line.currency} /> },
    {
      name: t("contributions:basis.title"),
      value: line.basis === null ? <NoValue /> : t(`contributions:basis.${line.basis}`),
    },
    {
      name: t("contributions:months"),
      value:
        line.fromMonth === null || line.toMonth === null ? (
          <NoValue />
        ) : (
          t("contributions:monthsRange", { from: line.fromMonth, to: line.toMonth })
        ),
    },
  ];
  return (
    <dl className={classes["facts"]}>
      {facts.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      {line.basisNote === "" ? null : (
        <div className={classes["wide"]}>
          <dt>{t("contributions:form.basisNote")}</dt>
          <dd>{line.basisNote}</dd>
        </div>
      )}
    </dl>
  );
}

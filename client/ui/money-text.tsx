import { useTranslation } from "react-i18next";
import { useFormat } from "#client/lib/use-format.ts";
import { NoValue } from "#client/ui/no-value.tsx";

type Props = {
  /** Integer count of minor units; null when there is none, "confidential" when it is not open to the reader. */
  cents: number | null | "confidential";
  currency: string;
  isShort?: boolean;
};

/** An amount of money in the reader's language; what is withheld is called so, never 0. */
export function MoneyText({ cents, currency, isShort = false }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  if (cents === "confidential") return <em>{t("common:confidential")}</em>;
  if (cents === null) return <NoValue />;
  const exact = format.money(cents, currency);
  return (
    <span className="tabular" title={isShort ? exact : undefined}>
      {isShort ? format.moneyShort(cents, currency) : exact}
    </span>
  );
}

import { useTranslation } from "react-i18next";
import classes from "#client/features/contributions/balance-table.module.css";
import { useFormat } from "#client/lib/use-format.ts";
import { EffortText } from "#client/ui/effort-text.tsx";
import { MoneyText } from "#client/ui/money-text.tsx";
import { ScrollBox } from "#client/ui/scroll-box.tsx";
import type { ProjectBalance } from "#shared/features/contributions/balance.ts";

type Props = { balance: ProjectBalance; currency: string; names: ReadonlyMap<string, string> };

/** The balance of each member in figures: agreed, delivered, forecast, effort and share. */
export function BalanceTable({ balance, currency, names }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns = ["agreed", "delivered", "forecast"] as const;
  const rows = balance.participants.map((each) => ({ ...each, name: names.get(each.participantId) ?? "" }));
  return (
    <ScrollBox label={t("contributions:balance.table")}>
      <table className={classes["table"]} aria-label={t("contributions:balance.table")}>
        <thead>
          <tr>
            <th scope="col">{t("contributions:member")}</th>
            {columns.map((name) => (
              <th key={name} scope="col">
                {t(`contributions:balance.${name}`)}
              </th>
            ))}
            <th scope="col">{t("contributions:balance.effort")}</th>
            <th scope="col">{t("contributions:balance.share")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.participantId}>
              <th scope="row">{row.name}</th>
              {columns.map((name) => (
                <td key={name}>
                  <MoneyText cents={row.value[name] ?? "confidential"} currency={currency} />
                </td>
              ))}
              <td>
                <EffortText pmHundredths={row.effort.agreed ?? "confidential"} />
              </td>
              <td>{row.shareBp === null ? <em>{t("common:confidential")}</em> : format.shareEven(row.shareBp)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t("contributions:balance.total")}</th>
            {columns.map((name) => (
              <td key={name}>
                <MoneyText cents={balance.value[name] ?? "confidential"} currency={currency} />
              </td>
            ))}
            <td>
              <EffortText pmHundredths={balance.effort.agreed ?? "confidential"} />
            </td>
            <td>{balance.value.agreed === null ? "" : format.shareEven(balance.value.agreed === 0 ? 0 : 10_000)}</td>
          </tr>
        </tfoot>
      </table>
    </ScrollBox>
  );
}

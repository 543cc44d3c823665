import { useTranslation } from "react-i18next";
import classes from "#client/features/contributions/balance-table.module.css";
import { useFormat } from "#client/lib/use-format.ts";
import { StackedBarChart } from "#client/ui/stacked-bar-chart.tsx";
import type { ProjectBalance } from "#shared/features/contributions/balance.ts";
import { contributionKinds } from "#shared/features/contributions/contribution-words.ts";

type Props = { balance: ProjectBalance; currency: string; names: ReadonlyMap<string, string> };

/** Agreed value of each member by kind as bars; members with something confidential would be too short and stay out. */
export function BalanceChart({ balance, currency, names }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const shown = balance.participants.filter(({ value }) => value.agreed !== null);
  if (shown.length === 0) return null;
  const used = contributionKinds.filter((kind) => balance.kinds.some((each) => each.kind === kind));
  const hidden = balance.participants.length - shown.length;
  return (
    <StackedBarChart
      title={t("contributions:balance.chart")}
      series={used.map((kind) => ({ id: kind, label: t(`contributions:kind.${kind}`) }))}
      bars={shown.map(({ participantId, kinds }) => ({
        id: participantId,
        label: names.get(participantId) ?? "",
        values: Object.fromEntries(kinds.map(({ kind, value }) => [kind, value.agreed ?? 0])),
      }))}
      format={(cents) => format.money(cents, currency)}
      barHeader={t("contributions:member")}
      totalHeader={t("contributions:balance.agreed")}
      note={hidden === 0 ? null : <p className={classes["note"]}>{t("contributions:balance.hidden")}</p>}
    />
  );
}

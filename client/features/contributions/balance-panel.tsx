import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { BalanceTable } from "#client/features/contributions/balance-table.tsx";
import classes from "#client/features/contributions/balance-table.module.css";
import { useFormat } from "#client/lib/use-format.ts";
import { EffortText } from "#client/ui/effort-text.tsx";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { MoneyText } from "#client/ui/money-text.tsx";
import { PagePanel } from "#client/ui/page-panel.tsx";
import { StackedBarChart } from "#client/ui/stacked-bar-chart.tsx";
import { StatRow } from "#client/ui/stat-row.tsx";
import { StatTile } from "#client/ui/stat-tile.tsx";
import { contributionKinds } from "#shared/features/contributions/contribution-words.ts";

type Props = {
  projectId: string;
  currency: string;
  names: ReadonlyMap<string, string>;
  /** Whether the members are unfolded at first. */
  isOpen: boolean;
};

/** Who contributes what: agreed, delivered and forecast of the project and of each member, by kind. */
export function BalancePanel({ projectId, currency, names, isOpen }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const found = useQuery(trpc.contribution.balance.queryOptions({ projectId }));
  const balance = found.data;
  if (found.error) return <FaultAlert error={found.error} onRetry={() => void found.refetch()} />;
  if (!balance || balance.participants.length === 0) return null;
  const shown = balance.participants.filter(({ value }) => value.agreed !== null);
  const used = contributionKinds.filter((kind) => balance.kinds.some((each) => each.kind === kind));
  const bars = shown.map(({ participantId, kinds }) => ({
    id: participantId,
    label: names.get(participantId) ?? "",
    values: Object.fromEntries(kinds.map(({ kind, value }) => [kind, value.agreed ?? 0])),
  }));
  const { agreed, delivered, forecast } = balance.value;
  return (
    <PagePanel title={t("contributions:balance.title")} description={t("contributions:balance.description")}>
      <StatRow label={t("contributions:balance.title")}>
        <StatTile
          label={t("contributions:balance.agreed")}
          value={<MoneyText cents={agreed ?? "confidential"} currency={currency} isShort />}
          note={<EffortText pmHundredths={balance.effort.agreed ?? "confidential"} />}
        />
        <StatTile
          label={t("contributions:balance.delivered")}
          value={<MoneyText cents={delivered ?? "confidential"} currency={currency} isShort />}
          note={<EffortText pmHundredths={balance.effort.delivered ?? "confidential"} />}
        />
        <StatTile
          label={t("contributions:balance.forecast")}
          value={<MoneyText cents={forecast ?? "confidential"} currency={currency} isShort />}
          note={<EffortText pmHundredths={balance.effort.forecast ?? "confidential"} />}
        />
      </StatRow>
      <details className={classes["details"]} open={isOpen}>
        <summary>{t("contributions:balance.byMember")}</summary>
        {bars.length === 0 ? null : (
          <StackedBarChart
            title={t("contributions:balance.chart")}
            series={used.map((kind) => ({ id: kind, label: t(`contributions:kind.${kind}`) }))}
            bars={bars}
            format={(cents) => format.money(cents, currency)}
            barHeader={t("contributions:member")}
            totalHeader={t("contributions:balance.agreed")}
            note={shown.length < balance.participants.length ? <p>{t("contributions:balance.hidden")}</p> : null}
          />
        )}
        <BalanceTable balance={balance} currency={currency} names={names} />
      </details>
    </PagePanel>
  );
}

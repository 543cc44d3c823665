import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { BalanceChart } from "#client/features/contributions/balance-chart.tsx";
import { BalanceTable } from "#client/features/contributions/balance-table.tsx";
import classes from "#client/features/contributions/balance-table.module.css";
import { EffortText } from "#client/ui/effort-text.tsx";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { MoneyText } from "#client/ui/money-text.tsx";
import { PagePanel } from "#client/ui/page-panel.tsx";
import { StatRow } from "#client/ui/stat-row.tsx";
import { StatTile } from "#client/ui/stat-tile.tsx";
import type { ContributionOptions } from "#shared/features/contributions/contribution-views.ts";

type Props = {
  projectId: string;
  options: ContributionOptions;
  /** Whether the members are unfolded at first. */
  isOpen: boolean;
};

/** Who contributes what: agreed, delivered and forecast of the project and of each member, by kind. */
export function BalancePanel({ projectId, options, isOpen }: Props) {
  const { currency } = options;
  const names = new Map(options.members.map(({ id, name }) => [id, name]));
  const { t } = useTranslation();
  const found = useQuery(trpc.contribution.balance.queryOptions({ projectId }));
  const balance = found.data;
  if (found.error) return <FaultAlert error={found.error} onRetry={() => void found.refetch()} />;
  if (!balance || balance.participants.length === 0) return null;
  const figures = ["agreed", "delivered", "forecast"] as const;
  return (
    <div className={classes["panel"]}>
      <PagePanel title={t("contributions:balance.title")} description={t("contributions:balance.description")}>
        <StatRow label={t("contributions:balance.title")}>
          {figures.map((name) => (
            <StatTile
              key={name}
              label={t(`contributions:balance.${name}`)}
              value={<MoneyText cents={balance.value[name] ?? "confidential"} currency={currency} isShort />}
              note={<EffortText pmHundredths={balance.effort[name] ?? "confidential"} />}
            />
          ))}
        </StatRow>
        <details className={classes["details"]} open={isOpen}>
          <summary>{t("contributions:balance.byMember")}</summary>
          <BalanceChart balance={balance} currency={currency} names={names} />
          <BalanceTable balance={balance} currency={currency} names={names} />
        </details>
      </PagePanel>
    </div>
  );
}

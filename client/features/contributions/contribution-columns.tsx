import { IconLock } from "@tabler/icons-react";
import type { TFunction } from "i18next";
import { AmountText } from "#client/features/contributions/amount-text.tsx";
import classes from "#client/features/contributions/contribution-columns.module.css";
import { contributionTones } from "#client/features/contributions/contribution-tones.ts";
import type { Column } from "#client/ui/data-table.tsx";
import { MoneyText } from "#client/ui/money-text.tsx";
import { NoValue } from "#client/ui/no-value.tsx";
import { StateBadge } from "#client/ui/state-badge.tsx";
import type { ContributionRow } from "#shared/features/contributions/contribution-views.ts";

type Columns = Column<ContributionRow>[];

/** The columns of the ledger. */
export function contributionColumns(t: TFunction, currency: string): Columns {
  return [...whatColumns(t), ...howMuchColumns(t, currency)];
}

function whatColumns(t: TFunction): Columns {
  const title = (row: ContributionRow) => (
    <span className={classes["title"]} data-withdrawn={row.state === "withdrawn" || undefined}>
      {row.title}
      {row.confidentiality === "coordinator" ? (
        <IconLock size={15} role="img" aria-label={t("contributions:confidentiality.short")} />
      ) : null}
    </span>
  );
  return [
    { id: "title", header: t("contributions:line"), width: "26%", cell: title },
    { id: "member", header: t("contributions:member"), cell: (row) => row.memberName, isSortable: true },
    { id: "stream", header: t("contributions:stream"), cell: streamCell, isSortable: true, isWideOnly: true },
    {
      id: "kind",
      header: t("contributions:kind.title"),
      cell: (row) => t(`contributions:kind.${row.kind}`),
      isSortable: true,
    },
  ];
}

function howMuchColumns(t: TFunction, currency: string): Columns {
  const value = (row: ContributionRow) => <MoneyText cents={row.valueCents} currency={currency} />;
  const months = ({ fromMonth, toMonth }: ContributionRow) =>
    fromMonth === null || toMonth === null ? (
      <NoValue />
    ) : (
      <span className={classes["months"]}>{t("contributions:monthsRange", { from: fromMonth, to: toMonth })}</span>
    );
  const state = (row: ContributionRow) => (
    <StateBadge tone={contributionTones[row.state]}>{t(`contributions:state.${row.state}`)}</StateBadge>
  );
  return [
    { id: "effort", header: t("contributions:amount"), cell: amountCell, isNumeric: true, isSortable: true },
    { id: "value", header: t("contributions:value"), cell: value, isNumeric: true, isSortable: true },
    { id: "months", header: t("contributions:months"), cell: months, isSortable: true, isWideOnly: true },
    { id: "state", header: t("contributions:state.title"), cell: state, isSortable: true },
  ];
}

function streamCell({ streamCode, streamTitle }: ContributionRow) {
  return streamCode === null ? <NoValue /> : <span title={streamTitle ?? undefined}>{streamCode}</span>;
}

function amountCell({ effortPmHundredths, quantity, unit }: ContributionRow) {
  return <AmountText effortPmHundredths={effortPmHundredths} quantity={quantity} unit={unit} />;
}

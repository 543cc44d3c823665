import { IconLock } from "@tabler/icons-react";
import type { TFunction } from "i18next";
import { AmountText } from "#client/features/contributions/amount-text.tsx";
import classes from "#client/features/contributions/contribution-columns.module.css";
import { CommentCount } from "#client/features/comments/comment-count.tsx";
import { contributionTones } from "#client/features/contributions/contribution-tones.ts";
import type { Column } from "#client/ui/data-table.tsx";
import { MoneyText } from "#client/ui/money-text.tsx";
import { NoValue } from "#client/ui/no-value.tsx";
import { StateBadge } from "#client/ui/state-badge.tsx";
import type { ContributionRow } from "#shared/features/contributions/contribution-views.ts";

type Columns = Column<ContributionRow>[];

/** The columns of the ledger. */
export function contributionColumns(t: TFunction, currency: string, comments: (id: string) => number): Columns {
  return [...whatColumns(t, comments), ...howMuchColumns(t, currency)];
}

function whatColumns(t: TFunction, comments: (id: string) => number): Columns {
  const title = (row: ContributionRow) => (
    <span className={classes["what"]}>
      <span className={classes["title"]} data-withdrawn={row.state === "withdrawn" || undefined}>
        {row.title}
        {row.confidentiality === "coordinator" ? (
          <IconLock size={15} role="img" aria-label={t("contributions:confidentiality.short")} />
        ) : null}
        <CommentCount count={comments(row.id)} />
      </span>
      <span className={classes["under"]}>
        {[t(`contributions:kind.${row.kind}`), monthsText(t, row)].filter(Boolean).join(" · ")}
      </span>
    </span>
  );
  return [
    { id: "title", header: t("contributions:line"), width: "34%", cell: title },
    { id: "member", header: t("contributions:member"), cell: (row) => row.memberName, isSortable: true },
    { id: "stream", header: t("contributions:stream"), cell: streamCell, isSortable: true, isWideOnly: true },
  ];
}

function howMuchColumns(t: TFunction, currency: string): Columns {
  const value = (row: ContributionRow) => <MoneyText cents={row.valueCents} currency={currency} />;
  const state = (row: ContributionRow) => (
    <span className={classes["states"]}>
      <StateBadge tone={contributionTones[row.state]}>{t(`contributions:state.${row.state}`)}</StateBadge>
      {row.amendment === null ? null : (
        <StateBadge tone="waiting">{t(`contributions:amendment.badge.${row.amendment.kind}`)}</StateBadge>
      )}
    </span>
  );
  return [
    { id: "effort", header: t("contributions:amount"), cell: amountCell, isNumeric: true, isSortable: true },
    { id: "value", header: t("contributions:value"), cell: value, isNumeric: true, isSortable: true },
    { id: "state", header: t("contributions:state.title"), cell: state, isSortable: true },
  ];
}

function monthsText(t: TFunction, { fromMonth, toMonth }: ContributionRow): string | null {
  return fromMonth === null || toMonth === null
    ? null
    : t("contributions:monthsRange", { from: fromMonth, to: toMonth });
}

function streamCell({ streamCode, streamTitle }: ContributionRow) {
  return streamCode === null ? <NoValue /> : <span title={streamTitle ?? undefined}>{streamCode}</span>;
}

function amountCell({ effortPmHundredths, quantity, unit }: ContributionRow) {
  return <AmountText effortPmHundredths={effortPmHundredths} quantity={quantity} unit={unit} />;
}

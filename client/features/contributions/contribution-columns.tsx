import { Checkbox } from "@mantine/core";
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

type Choice = {
  isChosen: (row: ContributionRow) => boolean;
  onChoose: (row: ContributionRow, isChosen: boolean) => void;
};

/** The columns of the ledger; with `choice` the lines that wait for this person's answer can be ticked. */
export function contributionColumns(t: TFunction, currency: string, choice: Choice | null): Column<ContributionRow>[] {
  const columns: Column<ContributionRow>[] = [
    {
      id: "title",
      header: t("contributions:line"),
      width: "26%",
      cell: (row) => (
        <span className={classes["title"]} data-withdrawn={row.state === "withdrawn" || undefined}>
          {row.title}
          {row.confidentiality === "coordinator" ? (
            <IconLock size={15} role="img" aria-label={t("contributions:confidentiality.short")} />
          ) : null}
        </span>
      ),
    },
    { id: "member", header: t("contributions:member"), cell: (row) => row.memberName, isSortable: true },
    {
      id: "stream",
      header: t("contributions:stream"),
      cell: (row) =>
        row.streamCode === null ? <NoValue /> : <span title={row.streamTitle ?? undefined}>{row.streamCode}</span>,
      isSortable: true,
      isWideOnly: true,
    },
    {
      id: "kind",
      header: t("contributions:kind.title"),
      cell: (row) => t(`contributions:kind.${row.kind}`),
      isSortable: true,
    },
    {
      id: "effort",
      header: t("contributions:amount"),
      cell: (row) => <AmountText effortPmHundredths={row.effortPmHundredths} quantity={row.quantity} unit={row.unit} />,
      isNumeric: true,
      isSortable: true,
    },
    {
      id: "value",
      header: t("contributions:value"),
      cell: (row) => <MoneyText cents={row.valueCents} currency={currency} />,
      isNumeric: true,
      isSortable: true,
    },
    {
      id: "months",
      header: t("contributions:months"),
      cell: (row) =>
        row.fromMonth === null || row.toMonth === null ? (
          <NoValue />
        ) : (
          <span className={classes["months"]}>
            {t("contributions:monthsRange", { from: row.fromMonth, to: row.toMonth })}
          </span>
        ),
      isSortable: true,
      isWideOnly: true,
    },
    {
      id: "state",
      header: t("contributions:state.title"),
      cell: (row) => (
        <StateBadge tone={contributionTones[row.state]}>{t(`contributions:state.${row.state}`)}</StateBadge>
      ),
      isSortable: true,
    },
  ];
  if (choice === null) return columns;
  const tick: Column<ContributionRow> = {
    id: "tick",
    header: t("contributions:chooseColumn"),
    cell: (row) =>
      row.mayAgree ? (
        <Checkbox
          className={classes["tick"] ?? ""}
          checked={choice.isChosen(row)}
          onChange={(event) => choice.onChoose(row, event.currentTarget.checked)}
          aria-label={t("contributions:choose", { title: row.title })}
        />
      ) : null,
  };
  return [...columns, tick];
}

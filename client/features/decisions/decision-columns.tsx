import type { TFunction } from "i18next";
import { outcomeOf } from "#client/features/decisions/decision-tones.ts";
import classes from "#client/features/decisions/decision.module.css";
import { InstantText } from "#client/features/decisions/instant-text.tsx";
import type { Column } from "#client/ui/data-table.tsx";
import { NoValue } from "#client/ui/no-value.tsx";
import { StateBadge } from "#client/ui/state-badge.tsx";
import type { DecisionRow } from "#shared/features/decisions/decision.ts";

/** The columns of the list of decisions. */
export function decisionColumns(t: TFunction): Column<DecisionRow>[] {
  const state = (row: DecisionRow) => {
    const { key, tone } = outcomeOf(row);
    return (
      <span className={classes["states"]}>
        <StateBadge tone={tone}>{t(`decisions:outcome.${key}`)}</StateBadge>
        {row.ownVoteMissing ? <StateBadge tone="waiting">{t("decisions:voteMissing")}</StateBadge> : null}
      </span>
    );
  };
  return [
    { id: "title", header: t("decisions:question"), width: "44%", cell: (row) => `${row.number}. ${row.title}` },
    { id: "state", header: t("decisions:stateTitle"), cell: state },
    {
      id: "closes",
      header: t("decisions:ends"),
      cell: (row) => <InstantText at={row.closedAt ?? row.closesAt} />,
    },
    {
      id: "voted",
      header: t("decisions:voted"),
      isNumeric: true,
      cell: (row) =>
        row.voters === 0 ? <NoValue /> : t("decisions:votedOf", { voted: row.voted, voters: row.voters }),
    },
  ];
}

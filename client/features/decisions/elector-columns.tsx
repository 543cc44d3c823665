import type { TFunction } from "i18next";
import classes from "#client/features/decisions/decision.module.css";
import { InstantText } from "#client/features/decisions/instant-text.tsx";
import type { useFormat } from "#client/lib/use-format.ts";
import type { Column } from "#client/ui/data-table.tsx";
import { NoValue } from "#client/ui/no-value.tsx";
import type { DecisionDetail, ElectorView } from "#shared/features/decisions/decision.ts";

/** The columns of an electorate; how somebody voted is one of them once it may be told. */
export function electorColumns(
  t: TFunction,
  format: ReturnType<typeof useFormat>,
  { weighting, state }: DecisionDetail,
): Column<ElectorView>[] {
  const choice = (row: ElectorView) =>
    row.choice === null ? (
      <NoValue />
    ) : (
      <span>
        {t(`decisions:choice.${row.choice}`)}
        {row.reason === "" ? null : <span className={classes["reason"]}>{row.reason}</span>}
      </span>
    );
  return [
    {
      id: "name",
      header: t("decisions:member"),
      width: "36%",
      cell: (row) => (
        <span>
          {row.name}
          {row.left ? <span className={classes["reason"]}>{t("decisions:left")}</span> : null}
        </span>
      ),
    },
    ...(weighting === "share"
      ? [
          {
            id: "weight",
            header: t("decisions:weight"),
            isNumeric: true,
            cell: (row: ElectorView) => format.share(row.weight),
          },
        ]
      : []),
    {
      id: "voted",
      header: t("decisions:votedAt"),
      cell: (row) =>
        row.votedAt === null ? (
          t(`decisions:${state === "open" ? "notVoted" : "choice.absent"}`)
        ) : (
          <span>
            <InstantText at={row.votedAt} />
            {row.byName === null ? null : <span className={classes["reason"]}>{row.byName}</span>}
          </span>
        ),
    },
    ...(state === "closed" ? [{ id: "choice", header: t("decisions:choiceTitle"), cell: choice }] : []),
  ];
}

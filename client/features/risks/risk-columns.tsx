import type { TFunction } from "i18next";
import { RiskActions } from "#client/features/risks/risk-actions.tsx";
import { RiskPeriodBar } from "#client/features/risks/risk-period-bar.tsx";
import classes from "#client/features/risks/risks.module.css";
import type { Column } from "#client/ui/data-table.tsx";
import { NoValue } from "#client/ui/no-value.tsx";
import { StateBadge } from "#client/ui/state-badge.tsx";
import type { RiskList, RiskRow } from "#shared/features/risks/risk.ts";

/** Columns of the risks: how each stands now, who watches it, and how it stood in each period. */
export function riskColumns(t: TFunction, list: RiskList): Column<RiskRow>[] {
  const names = new Map(list.participants.map(({ id, name }) => [id, name]));
  const codes = new Map(list.streams.map(({ id, code }) => [id, code]));
  return [
    { id: "number", header: t("risks:number"), width: "4rem", cell: (row) => row.number },
    {
      id: "title",
      header: t("risks:title"),
      width: "16rem",
      isName: true,
      cell: (row) => (
        <>
          <strong>{row.title}</strong>
          {row.description === "" ? null : <span className={classes["note"]}>{row.description}</span>}
        </>
      ),
    },
    {
      id: "level",
      header: t("risks:levelTitle"),
      cell: (row) => (
        <>
          {row.isHigh ? <StateBadge tone="warning">{t("risks:high")}</StateBadge> : null}
          <span className={classes["note"]}>
            {t("risks:likelihood")}: {t(`risks:level.${row.present.likelihood}`)}
            <br />
            {t("risks:severity")}: {t(`risks:level.${row.present.severity}`)}
          </span>
        </>
      ),
    },
    {
      id: "owner",
      header: t("risks:owner"),
      cell: (row) =>
        row.ownerParticipantId === null ? t("risks:noOwner") : (names.get(row.ownerParticipantId) ?? <NoValue />),
    },
    {
      id: "streams",
      header: t("risks:streams"),
      cell: (row) => row.streamIds.flatMap((id) => codes.get(id) ?? []).join(", ") || <NoValue />,
    },
    {
      id: "mitigation",
      header: t("risks:mitigation"),
      width: "16rem",
      cell: (row) => row.mitigation || <NoValue />,
    },
    { id: "history", header: t("risks:history"), cell: (row) => <RiskPeriodBar row={row} periods={list.periods} /> },
    ...(list.mayPlan || list.rows.some((row) => row.mayReport)
      ? [
          {
            id: "actions",
            header: t("risks:actions"),
            cell: (row: RiskRow) => <RiskActions row={row} list={list} />,
          },
        ]
      : []),
  ];
}

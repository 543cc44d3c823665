import type { TFunction } from "i18next";
import { MilestoneField } from "#client/features/milestones/milestone-field.tsx";
import { MilestoneReachedField } from "#client/features/milestones/milestone-reached-field.tsx";
import { MilestoneRemoveButton } from "#client/features/milestones/milestone-remove-button.tsx";
import { MilestoneStreamsField } from "#client/features/milestones/milestone-streams-field.tsx";
import type { Column } from "#client/ui/data-table.tsx";
import { DateText } from "#client/ui/date-text.tsx";
import { StateBadge } from "#client/ui/state-badge.tsx";
import type { MilestoneRow } from "#shared/features/milestones/milestone.ts";

type Names = ReadonlyMap<string, string>;

/** Columns of the milestones; planners edit them where they stand. */
export function milestoneColumns(t: TFunction, streamCodes: Names, mayPlan: boolean): Column<MilestoneRow>[] {
  const columns: Column<MilestoneRow>[] = [
    { id: "number", header: t("milestones:number"), width: "4rem", cell: (row) => `M${row.number}` },
    {
      id: "title",
      header: t("milestones:title"),
      width: "15rem",
      isName: true,
      cell: (row) => <MilestoneField row={row} name="title" canEdit={mayPlan} />,
    },
    {
      id: "month",
      header: t("milestones:month"),
      cell: (row) => <MilestoneField row={row} name="dueMonth" canEdit={mayPlan} />,
    },
    {
      id: "due",
      header: t("milestones:due"),
      cell: (row) => (
        <>
          <DateText day={row.dueOn} />{" "}
          {row.isLate ? <StateBadge tone="warning">{t("milestones:late")}</StateBadge> : null}
        </>
      ),
    },
    {
      id: "streams",
      header: t("milestones:streams"),
      width: "8rem",
      cell: (row) => <MilestoneStreamsField row={row} codes={streamCodes} canEdit={mayPlan} />,
    },
    {
      id: "verification",
      header: t("milestones:verification"),
      width: "12rem",
      cell: (row) => <MilestoneField row={row} name="verification" canEdit={mayPlan} />,
    },
    {
      id: "reached",
      header: t("milestones:reachedOn"),
      width: "8.5rem",
      cell: (row) => <MilestoneReachedField row={row} canEdit={mayPlan} />,
    },
  ];
  return mayPlan
    ? [
        ...columns,
        {
          id: "remove",
          header: t("common:remove"),
          isWideOnly: true,
          cell: (row) => <MilestoneRemoveButton row={row} />,
        },
      ]
    : columns;
}

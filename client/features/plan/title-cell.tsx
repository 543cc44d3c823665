import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { type PlanRow, titleOf } from "#client/features/plan/plan-search.ts";
import classes from "#client/features/plan/plan.module.css";

/** The title of a row: opens a task or deliverable beside the plan, a milestone on its own page. */
export function TitleCell({ row, projectId }: { row: PlanRow; projectId: string }) {
  const { t } = useTranslation();
  const className = classes["title"] ?? "";
  if (row.kind === "milestone")
    return (
      <Link to="/projects/$projectId/milestones" params={{ projectId }} className={className}>
        {titleOf(row)}
      </Link>
    );
  return (
    <>
      <Link
        to="."
        search={(former: object) => ({ ...former, selected: row.id })}
        className={className}
        resetScroll={false}
      >
        {titleOf(row)}
      </Link>
      {row.kind === "deliverable" ? (
        <span className={classes["kind"]}> {t(`plan:type.${row.deliverable.type}`)}</span>
      ) : null}
    </>
  );
}

import { Link } from "@tanstack/react-router";
import classes from "#client/features/gaps/gaps.module.css";
import { NoValue } from "#client/ui/no-value.tsx";

/** How many gaps a project has, leading to them; undefined while they are counted. */
export function GapCount({ projectId, gaps }: { projectId: string; gaps: number | undefined }) {
  if (gaps === undefined || gaps === 0) return <NoValue />;
  return (
    <Link to="/projects/$projectId/gaps" params={{ projectId }} className={classes["number"]}>
      {gaps}
    </Link>
  );
}

import { Link } from "@tanstack/react-router";
import classes from "#client/features/projects/project-page.module.css";
import { NoValue } from "#client/ui/no-value.tsx";
import type { ProjectDetail } from "#shared/features/projects/project.ts";

/** An organisation a project stands in relation to, with the way to its profile. */
export function OrganisationFact({ label, organisation }: { label: string; organisation: ProjectDetail["cluster"] }) {
  return (
    <div className={classes["fact"]}>
      <span>{label}</span>
      {organisation === null ? (
        <NoValue />
      ) : (
        <Link to="/organisations/$organisationId" params={{ organisationId: organisation.id }}>
          {organisation.name}
        </Link>
      )}
    </div>
  );
}

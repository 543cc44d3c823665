import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import classes from "#client/features/organisations/organisation-text.module.css";
import { useFormat } from "#client/lib/use-format.ts";
import type { Column } from "#client/ui/data-table.tsx";
import type { OrganisationProject } from "#shared/features/organisations/organisation-views.ts";

/** Columns of the projects on a profile: project, status, and the roles the organisation has in it. */
export function useOrganisationProjectColumns(): Column<OrganisationProject>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(() => {
    const rolesOf = ({ isCluster, roles }: OrganisationProject) => {
      const names = roles.map(({ role, state }) =>
        state === "invited"
          ? `${t(`participants:role.${role}`)} (${t("organisations:project.invited")})`
          : t(`participants:role.${role}`),
      );
      return format.list(isCluster ? [...names, t("organisations:project.asCluster")] : names);
    };
    return [
      {
        id: "project",
        header: t("organisations:project.project"),
        cell: (row) => (
          <span className={classes["text"]}>
            <span className={classes["name"]}>{row.acronym}</span>
            <span className={classes["facts"]}>{row.title}</span>
          </span>
        ),
      },
      { id: "status", header: t("organisations:project.status"), cell: (row) => t(`projects:status.${row.status}`) },
      { id: "role", header: t("organisations:project.role"), cell: rolesOf },
    ];
  }, [t, format]);
}

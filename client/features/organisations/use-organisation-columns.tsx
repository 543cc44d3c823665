import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { CompetenceTagList } from "#client/features/organisations/competence-tag-list.tsx";
import { OrganisationName } from "#client/features/organisations/organisation-name.tsx";
import { useFormat } from "#client/lib/use-format.ts";
import type { Column } from "#client/ui/data-table.tsx";
import { DateText } from "#client/ui/date-text.tsx";
import { NoValue } from "#client/ui/no-value.tsx";
import type { OrganisationRow } from "#shared/features/organisations/organisation-directory.ts";

/** The columns of the directory; their ids are the sorts of the server. */
export function useOrganisationColumns(): Column<OrganisationRow>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: "name",
        header: t("organisations:list.organisation"),
        cell: (row) => <OrganisationName organisation={row} />,
        isSortable: true,
      },
      {
        id: "kind",
        header: t("organisations:field.kind"),
        cell: (row) => t(`organisations:kind.${row.kind}`),
        isSortable: true,
      },
      {
        id: "country",
        header: t("organisations:field.country"),
        cell: (row) =>
          [row.city, row.country === null ? null : format.country(row.country)]
            .filter((part) => part !== null)
            .join(", ") || <NoValue />,
        isSortable: true,
      },
      {
        id: "size",
        header: t("organisations:field.size"),
        cell: (row) => (row.size === null ? <NoValue /> : t(`organisations:size.${row.size}`)),
        isSortable: true,
        isWideOnly: true,
      },
      {
        id: "competences",
        header: t("organisations:field.competences"),
        cell: (row) => <CompetenceTagList competences={row.competences} limit={2} />,
        isWideOnly: true,
      },
      {
        id: "memberSince",
        header: t("organisations:list.memberSince"),
        cell: (row) => <DateText day={row.memberSince} />,
        isSortable: true,
        isWideOnly: true,
      },
      {
        id: "projects",
        header: t("organisations:list.projects"),
        cell: (row) => format.count(row.projectCount),
        isNumeric: true,
        isSortable: true,
      },
    ],
    [t, format],
  );
}

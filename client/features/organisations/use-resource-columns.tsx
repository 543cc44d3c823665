import { IconPencil } from "@tabler/icons-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#client/lib/use-format.ts";
import type { Column } from "#client/ui/data-table.tsx";
import { IconButton } from "#client/ui/icon-button.tsx";
import { NoValue } from "#client/ui/no-value.tsx";
import type { ResourceView } from "#shared/features/organisations/organisation-views.ts";

/** Columns of resources with medium and amount per year; with `onEdit` one to change them. */
export function useResourceColumns(onEdit: ((resource: ResourceView) => void) | undefined): Column<ResourceView>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(() => {
    const amountOf = ({ amount, unit }: ResourceView) =>
      amount === null ? null : [format.decimal(amount), unit].filter((part) => part !== null).join("\u00a0");
    const columns: Column<ResourceView>[] = [
      { id: "resource", header: t("organisations:resource.resource"), cell: (row) => row.resource },
      {
        id: "medium",
        header: t("organisations:resource.medium"),
        cell: (row) => t(`organisations:medium.${row.medium}`),
      },
      {
        id: "amount",
        header: t("organisations:resource.perYear"),
        cell: (row) => amountOf(row) ?? <NoValue />,
        isNumeric: true,
      },
      {
        id: "note",
        header: t("organisations:resource.note"),
        cell: (row) => (row.note === "" ? <NoValue /> : row.note),
      },
    ];
    if (onEdit === undefined) return columns;
    const edit: Column<ResourceView> = {
      id: "edit",
      header: t("common:edit"),
      cell: (row) => (
        <IconButton
          icon={IconPencil}
          size={28}
          label={t("organisations:resource.edit", { name: row.resource })}
          onClick={() => onEdit(row)}
        />
      ),
      width: "4rem",
    };
    return [...columns, edit];
  }, [t, format, onEdit]);
}

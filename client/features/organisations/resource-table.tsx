import { useTranslation } from "react-i18next";
import { IconPencil } from "@tabler/icons-react";
import { useFormat } from "#client/lib/use-format.ts";
import { type Column, DataTable } from "#client/ui/data-table.tsx";
import { IconButton } from "#client/ui/icon-button.tsx";
import { NoValue } from "#client/ui/no-value.tsx";
import type { ResourceView } from "#shared/features/organisations/organisation-views.ts";

type Props = {
  label: string;
  rows: readonly ResourceView[];
  canEdit: boolean;
  onEdit: (resource: ResourceView) => void;
};

/** Resources with medium and amount per year. */
export function ResourceTable({ label, rows, canEdit, onEdit }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns: Column<ResourceView>[] = [
    { id: "resource", header: t("organisations:resource.resource"), cell: (row) => row.resource },
    {
      id: "medium",
      header: t("organisations:resource.medium"),
      cell: (row) => t(`organisations:medium.${row.medium}`),
    },
    {
      id: "amount",
      header: t("organisations:resource.amount"),
      cell: (row) =>
        row.amount === null ? (
          <NoValue />
        ) : (
          [format.decimal(row.amount), row.unit].filter((part) => part !== null).join("\u00a0")
        ),
      isNumeric: true,
    },
    { id: "note", header: t("organisations:resource.note"), cell: (row) => (row.note === "" ? <NoValue /> : row.note) },
  ];
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
  return (
    <DataTable
      label={label}
      columns={canEdit ? [...columns, edit] : columns}
      rows={rows}
      rowKey={(row) => row.id}
      empty={null}
    />
  );
}

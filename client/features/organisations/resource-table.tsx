import { useResourceColumns } from "#client/features/organisations/use-resource-columns.tsx";
import { DataTable } from "#client/ui/data-table.tsx";
import type { ResourceView } from "#shared/features/organisations/organisation-views.ts";

type Props = { label: string; rows: readonly ResourceView[]; onEdit: ((resource: ResourceView) => void) | undefined };

/** Resources as a table; without `onEdit` nothing in it can be changed. */
export function ResourceTable({ label, rows, onEdit }: Props) {
  return (
    <DataTable label={label} columns={useResourceColumns(onEdit)} rows={rows} rowKey={(row) => row.id} empty={null} />
  );
}

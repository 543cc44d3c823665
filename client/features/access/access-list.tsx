import { Button, Group } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { enterViewing } from "#client/app/viewing.ts";
import { type Column, DataTable } from "#client/ui/data-table.tsx";
import { EmptyState } from "#client/ui/empty-state.tsx";
import { RelativeTime } from "#client/ui/relative-time.tsx";
import { StateBadge } from "#client/ui/state-badge.tsx";
import type { AccessRow } from "#shared/features/access/access.ts";

/** Every time an administrator opened a member's part: who, when, where and why; the own open ones can be used and ended. */
export function AccessList({ rows, withOrganisation = false }: { rows: AccessRow[]; withOrganisation?: boolean }) {
  const { t } = useTranslation();
  return (
    <DataTable
      label={t("access:looked.title")}
      columns={columns(t, withOrganisation)}
      rows={rows}
      rowKey={(row) => row.id}
      empty={<EmptyState kind="nothing-yet" title={t("access:looked.none")} />}
    />
  );
}

function columns(t: TFunction, withOrganisation: boolean): Column<AccessRow>[] {
  return [
    { id: "by", header: t("access:by"), isName: true, cell: (row) => row.byName ?? t("access:gone") },
    { id: "at", header: t("access:at"), cell: (row) => <RelativeTime at={row.openedAt} /> },
    ...(withOrganisation
      ? [{ id: "organisation", header: t("access:organisation"), cell: (row: AccessRow) => row.organisationName }]
      : []),
    { id: "project", header: t("access:project"), cell: (row) => row.acronym },
    { id: "reason", header: t("access:reason"), cell: (row) => row.reason },
    {
      id: "state",
      header: t("access:state"),
      cell: (row) =>
        row.isOpen && row.isMine ? (
          <OwnAccess row={row} />
        ) : (
          <StateBadge tone={row.isOpen ? "warning" : "idle"}>
            {t(row.isOpen ? "access:isOpen" : "access:isOver")}
          </StateBadge>
        ),
    },
  ];
}

function OwnAccess({ row }: { row: AccessRow }) {
  const { t } = useTranslation();
  const close = useMutation(trpc.access.close.mutationOptions());
  const { participantId, projectId, acronym, organisationName, expiresAt } = row;
  const look = () =>
    participantId === null
      ? undefined
      : enterViewing({ participantId, projectId, acronym, organisationName, by: "administrator", expiresAt });
  return (
    <Group gap="xs">
      <Button size="compact-sm" variant="default" onClick={look} disabled={participantId === null}>
        {t("access:look")}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        loading={close.isPending}
        onClick={() => close.mutate({ id: row.id })}
      >
        {t("access:end")}
      </Button>
    </Group>
  );
}

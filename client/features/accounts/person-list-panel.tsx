import { Button } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import type { TFunction } from "i18next";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { PersonAddForm } from "#client/features/accounts/person-add-form.tsx";
import { PersonRoleSelect } from "#client/features/accounts/person-role-select.tsx";
import { SeatChangeDialog, type SeatChange } from "#client/features/accounts/seat-change-dialog.tsx";
import { type Column, DataTable } from "#client/ui/data-table.tsx";
import { EmptyState } from "#client/ui/empty-state.tsx";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { PagePanel } from "#client/ui/page-panel.tsx";
import { StateBadge } from "#client/ui/state-badge.tsx";
import type { PersonRow } from "#shared/features/accounts/person.ts";
import type { SeatRole } from "#shared/features/members/seat-words.ts";
import classes from "#client/features/accounts/accounts.module.css";

type Deeds = {
  isBusy: boolean;
  onChoose: (row: PersonRow, role: SeatRole) => void;
  onRemove: (row: PersonRow) => void;
};

const columnsOf = (t: TFunction, { isBusy, onChoose, onRemove }: Deeds): Column<PersonRow>[] => [
  { id: "person", header: t("accounts:people.person"), cell: (row) => <PersonCell row={row} /> },
  {
    id: "role",
    header: t("accounts:role"),
    cell: (row) => <PersonRoleSelect row={row} isBusy={isBusy} onChoose={(role) => onChoose(row, role)} />,
  },
  {
    id: "remove",
    header: t("accounts:people.seat"),
    cell: (row) => (
      <Button
        variant="default"
        size="xs"
        aria-label={t("accounts:people.removeNamed", { name: row.name })}
        onClick={() => onRemove(row)}
      >
        {t("common:remove")}
      </Button>
    ),
  },
];

/** The people of an organisation for whoever looks after them; nothing for everybody else. */
export function PersonListPanel({ organisationId }: { organisationId: string }) {
  const { t } = useTranslation();
  const found = useQuery(trpc.person.list.queryOptions({ organisationId }));
  const changeRole = useMutation(trpc.person.changeRole.mutationOptions());
  const [asked, setAsked] = useState<SeatChange | null>(null);
  // Nothing flashes up for the many who may not see it.
  if (found.data?.may.manage !== true && found.error === null) return null;
  const choose = (row: PersonRow, role: SeatRole) => {
    if (row.isSelf && row.role === "manager") setAsked({ row, role });
    else changeRole.mutate({ seatId: row.seatId, version: row.version, role });
  };
  return (
    <>
      <PagePanel title={t("accounts:people.title")} description={t("accounts:people.text")} isFlush>
        <FaultAlert error={found.error ?? changeRole.error} />
        <DataTable
          label={t("accounts:people.title")}
          columns={columnsOf(t, {
            isBusy: changeRole.isPending,
            onChoose: choose,
            onRemove: (row) => setAsked({ row, role: null }),
          })}
          rows={found.data?.rows}
          rowKey={(row) => row.seatId}
          empty={
            <EmptyState kind="nothing-yet" title={t("accounts:people.none")}>
              {t("accounts:people.noneText")}
            </EmptyState>
          }
        />
      </PagePanel>
      <PagePanel title={t("accounts:people.addTitle")} description={t("accounts:people.addText")}>
        <PersonAddForm organisationId={organisationId} />
      </PagePanel>
      {asked === null ? null : <SeatChangeDialog change={asked} onClose={() => setAsked(null)} />}
    </>
  );
}

function PersonCell({ row }: { row: PersonRow }) {
  const { t } = useTranslation();
  return (
    <span className={classes["person"]}>
      <span>{row.isSelf ? t("accounts:people.you", { name: row.name }) : row.name}</span>
      {row.name === row.email ? null : <small>{row.email}</small>}
      {row.isPending ? <StateBadge tone="waiting">{t("accounts:people.pending")}</StateBadge> : null}
    </span>
  );
}

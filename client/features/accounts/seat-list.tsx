import { useTranslation } from "react-i18next";
import { useSession } from "#client/app/session.ts";
import { type Column, DataTable } from "#client/ui/data-table.tsx";
import { EmptyState } from "#client/ui/empty-state.tsx";
import type { Seat } from "#shared/features/accounts/account.ts";

/** The organisations a person acts for, and as what. */
export function SeatList() {
  const { t } = useTranslation();
  const { seats } = useSession();
  const columns: Column<Seat>[] = [
    { id: "name", header: t("accounts:seats.organisation"), cell: (seat) => seat.organisationName },
    { id: "role", header: t("accounts:role"), cell: (seat) => t(`common:role.${seat.role}`) },
    {
      id: "may",
      header: t("accounts:seats.may"),
      cell: (seat) => t(`accounts:roleText.${seat.role}`),
      isWideOnly: true,
    },
  ];
  return (
    <DataTable
      label={t("accounts:seats.title")}
      columns={columns}
      rows={seats}
      rowKey={(seat) => seat.organisationId}
      rowLink={(seat) => ({ to: "/organisations/$organisationId", params: { organisationId: seat.organisationId } })}
      empty={
        <EmptyState kind="no-right" title={t("accounts:seats.none")}>
          {t("accounts:seats.noneText")}
        </EmptyState>
      }
    />
  );
}

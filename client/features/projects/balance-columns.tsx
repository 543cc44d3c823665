import type { TFunction } from "i18next";
import type { Column } from "#client/ui/data-table.tsx";
import { EffortText } from "#client/ui/effort-text.tsx";
import { MoneyText } from "#client/ui/money-text.tsx";
import type { ParticipantBalance } from "#shared/features/contributions/balance.ts";

type Row = ParticipantBalance & { name: string; isOwn: boolean };

/** Columns of the balance: the three-way view of value, the effort, and the share of the whole. */
export function balanceColumns(t: TFunction, currency: string, share: (basisPoints: number) => string): Column<Row>[] {
  const money = (cents: number | null) => <MoneyText cents={cents ?? "confidential"} currency={currency} />;
  return [
    {
      id: "name",
      header: t("projects:member"),
      cell: (row) => (row.isOwn ? `${row.name} (${t("projects:us")})` : row.name),
    },
    { id: "agreed", header: t("projects:agreed"), isNumeric: true, cell: (row) => money(row.value.agreed) },
    { id: "delivered", header: t("projects:delivered"), isNumeric: true, cell: (row) => money(row.value.delivered) },
    { id: "forecast", header: t("projects:forecast"), isNumeric: true, cell: (row) => money(row.value.forecast) },
    {
      id: "effort",
      header: t("projects:effort"),
      isNumeric: true,
      cell: (row) => <EffortText pmHundredths={row.effort.agreed ?? "confidential"} />,
    },
    {
      id: "share",
      header: t("projects:share"),
      isNumeric: true,
      cell: (row) => (row.shareBp === null ? <em>{t("common:confidential")}</em> : share(row.shareBp)),
    },
  ];
}

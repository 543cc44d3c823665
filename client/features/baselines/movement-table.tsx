import { useTranslation } from "react-i18next";
import { signed } from "#client/features/baselines/comparison-text.ts";
import classes from "#client/features/baselines/baselines.module.css";
import { useFormat } from "#client/lib/use-format.ts";
import { type Column, DataTable } from "#client/ui/data-table.tsx";
import type { Comparison } from "#shared/features/baselines/baseline.ts";
import type { Movement } from "#shared/features/baselines/movement-rules.ts";

/** Days, effort and money moved, by organisation and by stream. */
export function MovementTable({ comparison }: { comparison: Comparison }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { movements, participants, labels, currency } = comparison;
  const names = new Map(participants.map(({ id, name }) => [id, name]));
  const days = (count: number) => t("baselines:days", { count });
  const columnsOf = (title: string, nameOf: (id: string | null) => string): Column<Movement>[] => [
    { id: "name", header: title, isName: true, width: "16rem", cell: (row) => nameOf(row.id) },
    { id: "later", header: t("baselines:later"), isNumeric: true, cell: (row) => days(row.laterDays) },
    { id: "earlier", header: t("baselines:earlier"), isNumeric: true, cell: (row) => days(row.earlierDays) },
    {
      id: "effort",
      header: t("baselines:effortMoved"),
      isNumeric: true,
      cell: (row) => signed(row.effortAfter - row.effortBefore, format.effort),
    },
    {
      id: "money",
      header: t("baselines:moneyMoved"),
      isNumeric: true,
      cell: (row) => signed(row.centsAfter - row.centsBefore, (cents) => format.money(cents, currency)),
    },
  ];
  const tables = [
    {
      title: t("baselines:byOrganisation"),
      rows: movements.byParticipant,
      columns: columnsOf(t("baselines:organisation"), (id) => names.get(id ?? "") ?? t("baselines:noOwner")),
    },
    {
      title: t("baselines:byStream"),
      rows: movements.byStream,
      columns: columnsOf(t("baselines:kind.stream"), (id) => labels[id ?? ""] ?? t("baselines:noStream")),
    },
  ];
  return tables
    .filter(({ rows }) => rows.length > 0)
    .map(({ title, rows, columns }) => (
      <section key={title} className={classes["group"]}>
        <h3 className={classes["owner"]}>{title}</h3>
        <DataTable label={title} columns={columns} rows={rows} rowKey={(row) => row.id ?? "none"} empty={null} />
      </section>
    ));
}

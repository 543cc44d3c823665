import type { TFunction } from "i18next";
import { fateTones } from "#client/features/imports/import-tones.ts";
import classes from "#client/features/imports/imports.module.css";
import type { useFormat } from "#client/lib/use-format.ts";
import type { Column } from "#client/ui/data-table.tsx";
import { EffortText } from "#client/ui/effort-text.tsx";
import { MoneyText } from "#client/ui/money-text.tsx";
import { NoValue } from "#client/ui/no-value.tsx";
import { StateBadge } from "#client/ui/state-badge.tsx";
import type { ImportSample } from "#shared/features/imports/import.ts";
import type { ImportKind } from "#shared/features/imports/import-words.ts";

type Formats = ReturnType<typeof useFormat>;

const currency = "EUR";

/** Columns of the previewed records of one kind. */
export function recordColumns(t: TFunction, format: Formats, kind: ImportKind): Column<ImportSample>[] {
  const amount: Column<ImportSample> = {
    id: "amount",
    header: t(`imports:amount.${kind === "project" ? "project" : "participation"}`),
    cell: (row) => <MoneyText cents={row.amountCents} currency={currency} />,
    isNumeric: true,
  };
  const effort: Column<ImportSample> = {
    id: "effort",
    header: t("imports:amount.effort"),
    cell: (row) => <EffortText pmHundredths={row.effortPmHundredths} />,
    isNumeric: true,
  };
  return [
    { id: "title", header: t(`imports:column.${kind}`), cell: (row) => row.title },
    { id: "detail", header: t(`imports:detail.${kind}`), cell: (row) => detailOf(t, format, kind, row) },
    {
      id: "fate",
      header: t("imports:fateTitle"),
      cell: (row) => <StateBadge tone={fateTones[row.fate]}>{t(`imports:fate.${row.fate}`)}</StateBadge>,
    },
    ...(kind === "project" || kind === "participation" ? [amount] : kind === "effort" ? [effort] : []),
    { id: "changes", header: t("imports:changes"), cell: (row) => changesOf(t, format, row) },
  ];
}

function detailOf(t: TFunction, format: Formats, kind: ImportKind, { detail, role }: ImportSample) {
  if (kind === "organisation") return detail === "" ? <NoValue /> : format.country(detail);
  return role === null ? detail : `${detail} · ${t(`participants:role.${role}`)}`;
}

function changesOf(t: TFunction, format: Formats, { changes }: ImportSample) {
  const valueOf = (field: string, value: string | null) => {
    if (value === null) return t("common:none");
    if (field.endsWith("Bp")) return format.share(Number(value));
    if (field.endsWith("PmHundredths")) return format.effort(Number(value));
    return field.endsWith("Cents") ? format.money(Number(value), currency) : value;
  };
  if (changes.length === 0) return <NoValue />;
  return (
    <ul className={classes["changes"]}>
      {changes.map(({ field, before, after }) => (
        <li key={field}>
          {t(`imports:field.${field}`, { defaultValue: field })}: <del>{valueOf(field, before)}</del>{" "}
          <ins>{valueOf(field, after)}</ins>
        </li>
      ))}
    </ul>
  );
}

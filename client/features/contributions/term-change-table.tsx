import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import classes from "#client/features/contributions/term-change-table.module.css";
import { useFormat } from "#client/lib/use-format.ts";
import { NoValue } from "#client/ui/no-value.tsx";
import type { TermChange } from "#shared/features/contributions/amendment.ts";

type Props = { label: string; changes: readonly TermChange[]; currency: string };

/** Agreed figures beside the proposed ones, field by field. */
export function TermChangeTable({ label, changes, currency }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <table className={classes["table"]} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{t("contributions:amendment.figure")}</th>
          <th scope="col">{t("contributions:amendment.agreed")}</th>
          <th scope="col">{t("contributions:amendment.proposed")}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ field, before, after }) => (
          <tr key={field}>
            <th scope="row">{t(`contributions:amendment.fields.${field}`)}</th>
            <td>
              <s className={classes["old"]}>{written(field, before, currency, format, t) ?? <NoValue />}</s>
            </td>
            <td className={classes["new"]}>{written(field, after, currency, format, t) ?? <NoValue />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function written(
  field: TermChange["field"],
  value: string | number | null,
  currency: string,
  format: ReturnType<typeof useFormat>,
  t: TFunction,
): string | null {
  if (value === null) return null;
  if (field === "valueCents") return format.money(Number(value), currency);
  if (field === "effortPmHundredths") return format.effort(Number(value));
  if (field === "quantity") return format.decimal(String(value));
  if (field === "basis") return t(`contributions:basis.${value}`);
  return String(value);
}

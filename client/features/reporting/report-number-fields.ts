import type { TFunction } from "i18next";
import type { useFormat } from "#client/lib/use-format.ts";
import type { Report, TodoItem } from "#shared/features/reporting/update.ts";

export type NumberField = { name: keyof Report; label: string; hint: string | undefined };

/** The numbers that a line of this kind is reported with: delivered ones and, apart, what is still to come. */
export function reportNumberFields(
  t: TFunction,
  format: ReturnType<typeof useFormat>,
  item: TodoItem,
  currency: string,
): { delivered: NumberField[]; forecast: NumberField[] } {
  const { planned, last, unit } = item;
  const plan = (amount: string) => t("reporting:planned", { amount });
  const hint = t("reporting:leaveEmpty");
  const value = item.valueCents === null ? undefined : plan(format.money(planned.cents, currency));
  const share = last?.progressBp ?? null;
  const delivered: NumberField[] = [
    { name: "deliveredCents", label: t("reporting:deliveredValue", { currency }), hint: value },
    {
      name: "progressBp",
      label: t("reporting:progress"),
      hint: share === null ? undefined : t("reporting:lastProgress", { share: format.share(share) }),
    },
  ];
  const forecast: NumberField[] = [
    { name: "remainingCents", label: t("reporting:remainingValue", { currency }), hint },
  ];
  if (item.kind === "effort") {
    const effort = plan(format.effort(planned.pmHundredths));
    delivered.unshift({ name: "deliveredPmHundredths", label: t("reporting:deliveredEffort"), hint: effort });
    forecast.unshift({ name: "remainingPmHundredths", label: t("reporting:remainingEffort"), hint });
  } else if (unit !== null) {
    const agreed = t("reporting:agreedAmount", { amount: `${format.decimal(item.quantity ?? "0")} ${unit}` });
    delivered.unshift({ name: "deliveredQuantity", label: t("reporting:deliveredQuantity", { unit }), hint: agreed });
    forecast.unshift({ name: "remainingQuantity", label: t("reporting:remainingQuantity", { unit }), hint });
  }
  return { delivered, forecast };
}

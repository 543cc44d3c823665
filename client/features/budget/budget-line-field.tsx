import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { saveField } from "#client/lib/save-field.ts";
import type { PresentRow } from "#client/lib/use-inline-edit.ts";
import { InlineField } from "#client/ui/inline-field.tsx";
import type { BudgetItem, BudgetPlan, ReviseLineInput } from "#shared/features/budget/budget.ts";

type Props = {
  row: BudgetItem;
  name: "title" | "units" | "unitPriceCents" | "streamId" | "fromMonth" | "toMonth";
  plan: BudgetPlan;
};

/** One field of a line in its cell; those of a contribution change in the ledger alone. */
export function BudgetLineField({ row, name, plan }: Props) {
  const { t } = useTranslation();
  const revise = useMutation(trpc.budget.reviseLine.mutationOptions());
  const save = (patch: ReviseLineInput["patch"], present?: PresentRow) =>
    saveField({ name, seen: row, present, send: (version) => revise.mutateAsync({ id: row.id, version, patch }) });
  const canEdit = row.mayEdit && row.kind === null;
  const common = { name, canEdit, isLabelHidden: true, label: t(`budget:line.${name}`) };
  switch (name) {
    case "title":
      return (
        <InlineField
          {...common}
          value={row.title}
          maxLength={300}
          onSave={(text, present) => save({ title: text ?? "" }, present)}
        />
      );
    case "units":
      return (
        <InlineField
          {...common}
          variant="decimal"
          value={row.units}
          onSave={(text, present) => save({ units: text ?? "0" }, present)}
        />
      );
    case "unitPriceCents":
      return (
        <InlineField
          {...common}
          variant="money"
          currency={plan.currency}
          value={row.unitPriceCents}
          onSave={(cents, present) => save({ unitPriceCents: cents ?? 0 }, present)}
        />
      );
    case "streamId":
      return (
        <InlineField
          {...common}
          variant="select"
          value={row.streamId ?? ""}
          options={[
            { value: "", label: t("budget:wholeProject") },
            ...plan.streams.map((stream) => ({ value: stream.id, label: `${stream.code} ${stream.title}` })),
          ]}
          onSave={(text, present) => save({ streamId: text === "" ? null : text }, present)}
        />
      );
    default:
      return (
        <InlineField
          {...common}
          variant="number"
          value={row[name]}
          onSave={(month, present) => save({ [name]: month }, present)}
        />
      );
  }
}

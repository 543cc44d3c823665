import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { categoryOptions } from "#client/features/budget/category-options.ts";
import type { BudgetNames } from "#client/features/budget/budget-names.ts";
import { saveField } from "#client/lib/save-field.ts";
import type { PresentRow } from "#client/lib/use-inline-edit.ts";
import { InlineField } from "#client/ui/inline-field.tsx";
import type { BudgetItem } from "#shared/features/budget/budget.ts";
import { enteredCategories } from "#shared/features/budget/budget-words.ts";

/** The cost category of a line; of a contribution it follows from its kind until somebody says another. */
export function BudgetCategoryField({ row, names }: { row: BudgetItem; names: BudgetNames }) {
  const { t } = useTranslation();
  const set = useMutation(trpc.budget.setCategory.mutationOptions());
  const revise = useMutation(trpc.budget.reviseLine.mutationOptions());
  const { id, kind } = row;
  const save = (text: string | null, present?: PresentRow) => {
    const category = enteredCategories.find((each) => each === text) ?? null;
    const send = (version: number) => {
      if (kind !== null) return set.mutateAsync({ id, version, category });
      return revise.mutateAsync({ id, version, patch: category === null ? {} : { category } });
    };
    return saveField({ name: kind === null ? "category" : "costCategory", seen: row, present, send });
  };
  const byKind =
    kind === null ? [] : [{ value: "", label: t("budget:byKind", { kind: t(`contributions:kind.${kind}`) }) }];
  return (
    <InlineField
      variant="select"
      name="category"
      label={t("budget:by.category")}
      isLabelHidden
      canEdit={row.mayEdit}
      value={row.category ?? ""}
      options={[...byKind, ...categoryOptions(names)]}
      onSave={save}
    />
  );
}

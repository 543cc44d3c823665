import { NativeSelect, SegmentedControl } from "@mantine/core";
import { useTranslation } from "react-i18next";
import classes from "#client/features/budget/budget.module.css";
import { type BudgetDimension, budgetDimensions } from "#shared/features/budget/budget-words.ts";
import { type RuleBook, ruleBooks } from "#shared/features/projects/project-words.ts";

type Props = {
  by: BudgetDimension;
  across: BudgetDimension;
  own: RuleBook;
  book: RuleBook;
  onChoose: (part: {
    by?: BudgetDimension | undefined;
    across?: BudgetDimension | undefined;
    book?: RuleBook | undefined;
  }) => void;
};

/** From which sides the budget is seen, and under which rule book. */
export function BudgetControls({ by, across, own, book, onChoose }: Props) {
  const { t } = useTranslation();
  const dimensions = budgetDimensions.map((value) => ({ value, label: t(`budget:by.${value}`) }));
  return (
    <div className={classes["controls"]} data-chrome>
      <SegmentedControl
        aria-label={t("budget:rows")}
        value={by}
        data={dimensions}
        onChange={(next) => onChoose({ by: next === "participant" ? undefined : next })}
      />
      <NativeSelect
        label={t("budget:columns")}
        value={across}
        data={dimensions.filter(({ value }) => value !== by)}
        onChange={(event) => onChoose({ across: budgetDimensions.find((each) => each === event.currentTarget.value) })}
      />
      <NativeSelect
        label={t("budget:under")}
        value={book}
        data={ruleBooks.map((value) => ({
          value,
          label:
            value === own
              ? t("budget:ownBook", { name: t(`projects:ruleBook.${value}`) })
              : t(`projects:ruleBook.${value}`),
        }))}
        onChange={(event) => {
          const next = ruleBooks.find((each) => each === event.currentTarget.value);
          onChoose({ book: next === own ? undefined : next });
        }}
      />
    </div>
  );
}

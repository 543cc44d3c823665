import { Popover, UnstyledButton } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { BudgetNames } from "#client/features/budget/budget-names.ts";
import classes from "#client/features/budget/budget.module.css";
import { FigureSteps } from "#client/features/budget/figure-steps.tsx";
import { useFormat } from "#client/lib/use-format.ts";
import type { FigureName } from "#shared/features/budget/budget-words.ts";
import type { Figure } from "#shared/features/budget/figure.ts";

/** An amount that opens to why it is what it is; null is confidential, never 0. */
export function FigureButton({
  figure,
  names,
  currency,
}: {
  figure: Figure<FigureName> | null;
  names: BudgetNames;
  currency: string;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  if (figure === null) return <em>{t("common:confidential")}</em>;
  const amount = format.money(figure.cents, currency);
  const title = t("budget:why.title", { amount });
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" width={380} shadow="md" trapFocus withRoles>
      <Popover.Target>
        <UnstyledButton
          className={classes["figure"] ?? ""}
          data-zero={figure.cents === 0 || undefined}
          aria-label={title}
          onClick={() => setOpen((was) => !was)}
        >
          {amount}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={title} className={classes["why"] ?? ""}>
        {isOpen ? (
          <>
            <h3 className={classes["whyTitle"]}>{title}</h3>
            <FigureSteps figure={figure} names={names} currency={currency} />
          </>
        ) : null}
      </Popover.Dropdown>
    </Popover>
  );
}

import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { BudgetNames } from "#client/features/budget/budget-names.ts";
import classes from "#client/features/budget/budget.module.css";
import { figureFormula } from "#client/features/budget/figure-text.ts";
import { useFormat } from "#client/lib/use-format.ts";
import type { FigureName } from "#shared/features/budget/budget-words.ts";
import type { Figure } from "#shared/features/budget/figure.ts";

type Props = { figure: Figure<FigureName>; names: BudgetNames; currency: string; depth?: number };

/** How a figure came about, step below step, down to what somebody entered and where. */
export function FigureSteps({ figure, names, currency, depth = 0 }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { projectId } = useParams({ from: "/projects/$projectId" });
  const operands = operandsOf(figure);
  const source = "source" in figure ? figure.source : undefined;
  const title = source === undefined ? null : names.line(source);
  const formula = figureFormula(figure, { ...format, t, names, money: (cents) => format.money(cents, currency) });
  return (
    <div className={classes["step"]}>
      <p className={classes["said"]}>
        <span>{title ?? names.figure(figure.name)}</span>
        <strong className="tabular">{format.money(figure.cents, currency)}</strong>
      </p>
      <p className={classes["formula"]}>{formula}</p>
      {source !== undefined && names.isContribution(source) ? (
        <Link to="/projects/$projectId/contributions" params={{ projectId }} search={{ q: title ?? undefined }}>
          {t("budget:why.openLine")}
        </Link>
      ) : null}
      {operands.length === 0 ? null : (
        <details open={depth < 1 || operands.length === 1}>
          <summary>{t("budget:why.from", { count: operands.length })}</summary>
          {operands.map((operand, index) => (
            <FigureSteps key={index} figure={operand} names={names} currency={currency} depth={depth + 1} />
          ))}
        </details>
      )}
    </div>
  );
}

function operandsOf(figure: Figure<FigureName>): readonly Figure<FigureName>[] {
  if (figure.how === "sum") return figure.of;
  if (figure.how === "rate" || figure.how === "part") return [figure.of];
  return figure.how === "difference" ? [figure.from, ...figure.minus] : [];
}

import { useTranslation } from "react-i18next";
import classes from "#client/features/projects/goals.module.css";
import { goalNumbers } from "#client/features/projects/goal-numbers.ts";

/** The chosen Sustainable Development Goals as tiles of number and short name. */
export function GoalList({ goals }: { goals: readonly number[] }) {
  const { t } = useTranslation();
  const chosen = goalNumbers.filter((goal) => goals.includes(goal));
  if (chosen.length === 0) return <p className={classes["none"]}>{t("projects:goals.none")}</p>;
  return (
    <ul className={classes["tiles"]} aria-label={t("projects:goals.title")}>
      {chosen.map((goal) => (
        <li key={goal} className={classes["tile"]} data-chosen>
          <span className={classes["number"]}>{goal}</span> <span>{t(`projects:goals.name.${goal}`)}</span>
        </li>
      ))}
    </ul>
  );
}

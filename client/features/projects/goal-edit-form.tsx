import { useState } from "react";
import { useTranslation } from "react-i18next";
import { goalNumbers } from "#client/features/projects/goal-numbers.ts";
import classes from "#client/features/projects/goals.module.css";
import { SaveForm } from "#client/ui/save-form.tsx";

type Props = {
  goals: readonly number[];
  /** Saves the chosen numbers, rising; rejects with a fault. */
  onSave: (goals: number[]) => Promise<unknown>;
  onDone: () => void;
};

/** All seventeen goals as toggles; nothing is written before it is saved. */
export function GoalEditForm({ goals, onSave, onDone }: Props) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<ReadonlySet<number>>(() => new Set(goals));
  const toggle = (goal: number) =>
    setChosen(new Set(goalNumbers.filter((each) => chosen.has(each) !== (each === goal))));
  return (
    <SaveForm onSave={() => onSave(goalNumbers.filter((goal) => chosen.has(goal)))} onDone={onDone}>
      <fieldset className={classes["choice"]}>
        <legend className={classes["hidden"]}>{t("projects:goals.title")}</legend>
        <div className={classes["tiles"]}>
          {goalNumbers.map((goal) => (
            <label key={goal} className={classes["tile"]}>
              <input
                type="checkbox"
                className={classes["hidden"]}
                checked={chosen.has(goal)}
                onChange={() => toggle(goal)}
              />
              <span className={classes["number"]}>{goal}</span> <span>{t(`projects:goals.name.${goal}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
    </SaveForm>
  );
}

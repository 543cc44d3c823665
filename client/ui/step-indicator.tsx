import { IconCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import classes from "#client/ui/step-indicator.module.css";

type Props = { steps: readonly string[]; present: number };

/** Where one is in a row of steps; `present` counts from 0. */
export function StepIndicator({ steps, present }: Props) {
  const { t } = useTranslation();
  return (
    <ol className={classes["steps"]} aria-label={t("ui:stepOf", { step: present + 1, total: steps.length })}>
      {steps.map((step, index) => (
        <li
          key={step}
          className={classes["step"]}
          data-state={index < present ? "done" : index === present ? "present" : "ahead"}
          aria-current={index === present ? "step" : undefined}
        >
          <span className={classes["mark"]} aria-hidden="true">
            {index < present ? <IconCheck size={15} stroke={2.5} /> : index + 1}
          </span>
          {step}
        </li>
      ))}
    </ol>
  );
}

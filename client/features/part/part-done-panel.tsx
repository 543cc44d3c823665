import { IconCircleCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import classes from "#client/features/part/part.module.css";
import type { Part } from "#shared/features/part/part.ts";

/** All is handed in: thanks, and what happens next. */
export function PartDonePanel({ part }: { part: Part }) {
  const { t } = useTranslation();
  return (
    <section className={classes["done"]} role="status">
      <IconCircleCheck size={34} stroke={1.6} aria-hidden="true" />
      <div>
        <h2>{t("part:done")}</h2>
        <p>{t("part:doneText", { project: part.projectAcronym })}</p>
      </div>
    </section>
  );
}

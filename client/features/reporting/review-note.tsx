import { IconArrowBackUp } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import classes from "#client/features/reporting/report-card.module.css";

/** What the reviewer asks to change in a returned report. */
export function ReviewNote({ note, byName }: { note: string; byName: string | null }) {
  const { t } = useTranslation();
  return (
    <div className={classes["notice"]}>
      <strong>
        <IconArrowBackUp size={18} aria-hidden="true" />
        {byName === null ? t("reporting:state.returned") : t("reporting:returnedNote", { name: byName })}
      </strong>
      <p>{note}</p>
    </div>
  );
}

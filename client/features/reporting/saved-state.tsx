import { IconCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import classes from "#client/features/reporting/report-card.module.css";
import type { DraftView } from "#client/features/reporting/report-draft.ts";
import { RelativeTime } from "#client/ui/relative-time.tsx";

/** Whether what is typed is safe on the server, and since when. */
export function SavedState({ view }: { view: DraftView }) {
  const { t } = useTranslation();
  return (
    <span role="status" className={classes["saved"]} data-state={view.state}>
      {view.state === "saving" ? t("ui:field.saving") : null}
      {view.state === "typing" ? t("reporting:notSavedYet") : null}
      {view.state === "saved" && view.savedAt !== null ? (
        <>
          <IconCheck size={15} aria-hidden="true" /> {t("common:saved")} <RelativeTime at={view.savedAt} />
        </>
      ) : null}
    </span>
  );
}

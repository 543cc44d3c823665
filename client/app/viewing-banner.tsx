import { Button } from "@mantine/core";
import { IconEye } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { leaveViewing, presentViewing } from "#client/app/viewing.ts";
import classes from "#client/app/viewing-banner.module.css";

/** Says, on every page, through whose eyes the project is read, what is left out, and how to leave. */
export function ViewingBanner() {
  const { t } = useTranslation();
  const viewing = presentViewing();
  if (viewing === null) return null;
  const { by, organisationName: name, acronym, projectId } = viewing;
  const back = by === "administrator" ? "/account" : `/projects/${projectId}/members`;
  return (
    <div role="status" className={classes["banner"]} data-chrome>
      <IconEye size={20} aria-hidden="true" className={classes["icon"]} />
      <p className={classes["text"]}>
        <strong>{t("access:banner.title", { name, acronym })}</strong>
        <span className={classes["more"]}>{t("access:banner.text", { name })}</span>
      </p>
      <Button size="xs" variant="default" onClick={() => leaveViewing(back)}>
        {t("access:banner.leave")}
      </Button>
    </div>
  );
}

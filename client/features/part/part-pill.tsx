import { IconAlertTriangle, IconCloudOff } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { PartView } from "#client/features/part/part-sync.ts";
import classes from "#client/features/part/part.module.css";

/** Says when the server is out of reach, and that nothing typed is lost; or that this device can keep nothing. */
export function PartPill({ view }: { view: PartView }) {
  const { t } = useTranslation();
  return (
    <div role="status" className={classes["pillPlace"]}>
      {view.isOffline ? (
        <span className={classes["pill"]}>
          <IconCloudOff size={17} aria-hidden="true" />
          {t("part:offline", { count: view.waiting })}
        </span>
      ) : null}
      {view.isKept ? null : (
        <span className={classes["pill"]}>
          <IconAlertTriangle size={17} aria-hidden="true" />
          {t("part:keepsNothing")}
        </span>
      )}
    </div>
  );
}

import { Button } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { faultOf } from "#client/lib/fault.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import classes from "#client/ui/fault-alert.module.css";

/** In place of a part that broke while it was drawn: what the server refused, else that the rest still works. */
export function BrokenPart({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation();
  if (faultOf(error).code !== "") return <FaultAlert error={error} onRetry={onRetry} />;
  return (
    <div role="alert" className={classes["alert"]}>
      <IconAlertTriangle size={20} className={classes["icon"]} aria-hidden="true" />
      <div>
        <p className={classes["text"]}>{t("ui:broken.title")}</p>
        <p className={classes["id"]}>{t("ui:broken.text")}</p>
        <Button size="xs" variant="default" onClick={onRetry} mt="xs">
          {t("common:retry")}
        </Button>
      </div>
    </div>
  );
}

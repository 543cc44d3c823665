import { Button } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { faultOf } from "#client/lib/fault.ts";
import { faultText } from "#client/lib/fault-text.ts";
import classes from "#client/ui/fault-alert.module.css";

type Props = { error: unknown; onRetry?: () => void };

/** What went wrong in plain words, the number that finds it in the log, and a way on; nothing without an error. */
export function FaultAlert({ error, onRetry }: Props) {
  const { t } = useTranslation();
  if (error === null || error === undefined) return null;
  const { requestId } = faultOf(error);
  return (
    <div role="alert" className={classes["alert"]}>
      <IconAlertTriangle size={20} className={classes["icon"]} aria-hidden="true" />
      <div>
        <p className={classes["text"]}>{faultText(error, t)}</p>
        {requestId === undefined ? null : <p className={classes["id"]}>{t("ui:requestId", { id: requestId })}</p>}
        {onRetry === undefined ? null : (
          <Button size="xs" variant="default" onClick={onRetry} mt="xs">
            {t("common:retry")}
          </Button>
        )}
      </div>
    </div>
  );
}

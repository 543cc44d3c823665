import { IconCloudOff, IconRefresh } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useConnection } from "#client/app/connection.ts";
import classes from "#client/app/connection-pill.module.css";

// A break shorter than this concerns nobody.
const patience = 3000;

/** Says quietly that the server is out of reach or live updates are late; nothing when all is well. */
export function ConnectionPill() {
  const { t } = useTranslation();
  const connection = useConnection();
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    if (connection === "good") return setShown(false);
    const timer = setTimeout(() => setShown(true), patience);
    return () => clearTimeout(timer);
  }, [connection]);
  return (
    <div role="status" className={classes["place"]} data-chrome>
      {isShown && connection !== "good" ? (
        <span className={classes["pill"]}>
          {connection === "offline" ? <IconCloudOff size={16} aria-hidden="true" /> : <IconRefresh size={16} aria-hidden="true" />}
          {t(`frame:connection.${connection}`)}
        </span>
      ) : null}
    </div>
  );
}

import { IconCloudOff, IconRefresh } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useConnection } from "#client/app/connection.ts";
import classes from "#client/app/connection-pill.module.css";

// A break shorter than this concerns nobody.
const patience = 3000;

function LatePill({ state }: { state: "offline" | "reconnecting" }) {
  const { t } = useTranslation();
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), patience);
    return () => clearTimeout(timer);
  }, []);
  if (!isLate) return null;
  const Picture = state === "offline" ? IconCloudOff : IconRefresh;
  return (
    <span className={classes["pill"]}>
      <Picture size={16} aria-hidden="true" />
      {t(`frame:connection.${state}`)}
    </span>
  );
}

/** Says quietly that the server is out of reach or live updates are late; nothing when all is well. */
export function ConnectionPill() {
  const connection = useConnection();
  return (
    <div role="status" className={classes["place"]} data-chrome>
      {connection === "good" ? null : <LatePill state={connection} />}
    </div>
  );
}

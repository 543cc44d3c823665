import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { NoValue } from "#client/ui/no-value.tsx";
import classes from "#client/ui/inline-conflict.module.css";

type Props = { yours: string; theirs: string | null; onKeepMine: () => void; onTakeTheirs: () => void };

/** Two texts for one field, side by side; the person decides, nothing is lost before that. */
export function InlineConflict({ yours, theirs, onKeepMine, onTakeTheirs }: Props) {
  const { t } = useTranslation();
  return (
    <div role="alert" className={classes["conflict"]}>
      <p className={classes["words"]}>{t("ui:field.conflict")}</p>
      <div className={classes["sides"]}>
        <div className={classes["side"]}>
          <strong className={classes["title"]}>{t("ui:field.yours")}</strong>
          <div className={classes["text"]}>{yours === "" ? <NoValue /> : yours}</div>
          <Button size="xs" onClick={onKeepMine}>
            {t("ui:field.keepMine")}
          </Button>
        </div>
        <div className={classes["side"]}>
          <strong className={classes["title"]}>{t("ui:field.theirs")}</strong>
          <div className={classes["text"]}>{theirs ?? <NoValue />}</div>
          <Button size="xs" variant="default" onClick={onTakeTheirs}>
            {t("ui:field.takeTheirs")}
          </Button>
        </div>
      </div>
    </div>
  );
}

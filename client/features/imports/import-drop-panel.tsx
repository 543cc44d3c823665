import { Button } from "@mantine/core";
import { IconFileUpload } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "#client/features/imports/imports.module.css";

const accepted = ".xlsx,.csv,.tsv,.txt,.xml,.json,.yaml,.yml";

/** Where files are dropped or chosen; several at once. */
export function ImportDropPanel({ onFiles }: { onFiles: (files: File[]) => void }) {
  const { t } = useTranslation();
  const [isOver, setIsOver] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  return (
    <div
      className={classes["drop"]}
      data-over={isOver || undefined}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        onFiles([...event.dataTransfer.files]);
      }}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
    >
      <IconFileUpload size={34} stroke={1.4} aria-hidden="true" />
      <p className={classes["lead"]}>{t("imports:drop")}</p>
      <Button variant="default" onClick={() => picker.current?.click()}>
        {t("imports:choose")}
      </Button>
      <input
        ref={picker}
        type="file"
        multiple
        accept={accepted}
        hidden
        aria-label={t("imports:choose")}
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = "";
        }}
      />
      <p className={classes["hint"]}>{t("imports:dropHint")}</p>
    </div>
  );
}

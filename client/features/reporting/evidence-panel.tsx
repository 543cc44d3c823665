import { Button } from "@mantine/core";
import { IconCamera, IconPaperclip } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { EvidenceList } from "#client/features/reporting/evidence-list.tsx";
import { EvidenceUploadRow } from "#client/features/reporting/evidence-upload-row.tsx";
import classes from "#client/features/reporting/evidence.module.css";
import { FilePicker } from "#client/features/reporting/file-picker.tsx";
import { useEvidenceUpload } from "#client/features/reporting/use-evidence-upload.ts";

type Props = { updateId: string | null; begin: () => Promise<string | null> };

/** Evidence of a report that is being written: what hangs there, and the ways to add files, by drop, choice or camera. */
export function EvidencePanel({ updateId, begin }: Props) {
  const { t } = useTranslation();
  const [isOver, setOver] = useState(false);
  const { uploads, add, again, dismiss } = useEvidenceUpload(begin);
  return (
    <div
      role="group"
      className={classes["panel"]}
      aria-label={t("evidence:title")}
      data-over={isOver || undefined}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void add([...event.dataTransfer.files]);
      }}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
    >
      <h3 className={classes["heading"]}>{t("evidence:title")}</h3>
      {updateId === null ? null : <EvidenceList updateId={updateId} mayRemove />}
      {uploads.length === 0 ? null : (
        <ul className={classes["list"]}>
          {uploads.map((upload) => (
            <EvidenceUploadRow
              key={upload.id}
              upload={upload}
              onAgain={() => void again(upload)}
              onDismiss={() => dismiss(upload.id)}
            />
          ))}
        </ul>
      )}
      <div className={classes["ways"]}>
        <FilePicker label={t("evidence:add")} onFiles={(files) => void add(files)}>
          {(open) => (
            <Button
              size="compact-md"
              variant="default"
              leftSection={<IconPaperclip size={16} aria-hidden="true" />}
              onClick={open}
            >
              {t("evidence:add")}
            </Button>
          )}
        </FilePicker>
        <FilePicker label={t("evidence:photo")} isCamera onFiles={(files) => void add(files)}>
          {(open) => (
            <Button
              size="compact-md"
              variant="default"
              className={classes["camera"]}
              leftSection={<IconCamera size={16} aria-hidden="true" />}
              onClick={open}
            >
              {t("evidence:photo")}
            </Button>
          )}
        </FilePicker>
        <small>{t("evidence:hint")}</small>
      </div>
    </div>
  );
}

import { Button } from "@mantine/core";
import { IconCamera, IconPaperclip } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { EvidenceUploadRow } from "#client/features/reporting/evidence-upload-row.tsx";
import classes from "#client/features/reporting/evidence.module.css";
import { FilePicker } from "#client/features/reporting/file-picker.tsx";
import type { useEvidenceUpload } from "#client/features/reporting/use-evidence-upload.ts";

type Props = {
  sending: ReturnType<typeof useEvidenceUpload>;
  /** Why nothing can be added now, in words. */
  closedBecause?: string | null;
  /** What hangs there already. */
  children: ReactNode;
};

/** Where evidence is added to a report: by drop, choice or camera. */
export function EvidenceBox({ sending, closedBecause = null, children }: Props) {
  const { t } = useTranslation();
  const [isOver, setOver] = useState(false);
  const { uploads, add, again, dismiss } = sending;
  const way = (label: string, Icon: typeof IconCamera, isCamera: boolean) => (
    <FilePicker label={label} isCamera={isCamera} onFiles={(files) => void add(files)}>
      {(props) => (
        <Button
          {...props}
          size="compact-md"
          variant="default"
          className={isCamera ? classes["camera"] : undefined}
          leftSection={<Icon size={16} aria-hidden="true" />}
          disabled={closedBecause !== null}
        >
          {label}
        </Button>
      )}
    </FilePicker>
  );
  return (
    <div
      className={classes["panel"]}
      data-over={isOver || undefined}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (closedBecause === null) void add([...event.dataTransfer.files]);
      }}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(closedBecause === null);
      }}
      onDragLeave={() => setOver(false)}
    >
      <div role="group" aria-label={t("evidence:title")} className={classes["inner"]}>
        <h3 className={classes["heading"]}>{t("evidence:title")}</h3>
        {children}
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
          {way(t("evidence:add"), IconPaperclip, false)}
          {way(t("evidence:photo"), IconCamera, true)}
          <small>{closedBecause ?? t("evidence:hint")}</small>
        </div>
      </div>
    </div>
  );
}

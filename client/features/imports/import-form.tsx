import { Button, Progress } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ImportDropPanel } from "#client/features/imports/import-drop-panel.tsx";
import classes from "#client/features/imports/imports.module.css";
import type { ImportState } from "#client/features/imports/use-import.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { IconButton } from "#client/ui/icon-button.tsx";

const mostFiles = 20;

/** Choose or drop the files of one import, in any order, and have them read. */
export function ImportForm({ reading, sent }: Pick<ImportState, "reading" | "sent">) {
  const { t } = useTranslation();
  const [files, setFiles] = useState<File[]>([]);
  const isSending = sent < files.length;

  function add(chosen: File[]) {
    const names = new Set(chosen.map((file) => file.name));
    setFiles((known) => [...known.filter((file) => !names.has(file.name)), ...chosen].slice(0, mostFiles));
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        reading.mutate(files);
      }}
    >
      <ImportDropPanel onFiles={add} />
      {files.length === 0 ? null : (
        <ul className={classes["files"]} aria-label={t("imports:chosen")}>
          {files.map((file) => (
            <li key={file.name} className={classes["file"]}>
              <span>{file.name}</span>
              <IconButton
                label={t("imports:leaveOut", { name: file.name })}
                icon={IconX}
                onClick={() => setFiles(files.filter((each) => each !== file))}
              />
            </li>
          ))}
        </ul>
      )}
      <FaultAlert error={reading.error} />
      {reading.isPending ? (
        <div role="status" className={classes["running"]}>
          <p>{isSending ? t("imports:sending", { done: sent, count: files.length }) : t("imports:reading")}</p>
          <Progress value={isSending ? (60 * sent) / files.length : 80} animated aria-label={t("imports:reading")} />
        </div>
      ) : null}
      <Button type="submit" mt="md" disabled={files.length === 0} loading={reading.isPending}>
        {t("imports:look")}
      </Button>
    </form>
  );
}

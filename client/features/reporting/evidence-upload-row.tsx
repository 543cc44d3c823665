import { Button, Progress } from "@mantine/core";
import { IconUpload, IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import classes from "#client/features/reporting/evidence.module.css";
import type { EvidenceUpload } from "#client/features/reporting/use-evidence-upload.ts";
import { faultOf } from "#client/lib/fault.ts";
import { faultText } from "#client/lib/fault-text.ts";
import { IconButton } from "#client/ui/icon-button.tsx";

type Props = { upload: EvidenceUpload; onAgain: () => void; onDismiss: () => void };

/** A file on its way, or why it was not taken. */
export function EvidenceUploadRow({ upload, onAgain, onDismiss }: Props) {
  const { t } = useTranslation();
  const { file, basisPoints, error } = upload;
  return (
    <li className={classes["row"]}>
      <span className={classes["thumb"]}>
        <IconUpload size={22} stroke={1.5} aria-hidden="true" />
      </span>
      <span className={classes["names"]}>
        <span className={classes["name"]}>{file.name}</span>
        {error === null ? (
          <Progress size="sm" value={basisPoints / 100} aria-label={t("evidence:sending", { name: file.name })} />
        ) : (
          <small role="alert" className={classes["fault"]}>
            {faultText(error, t)}
          </small>
        )}
      </span>
      {error === null || !mayPass(error) ? null : (
        <Button size="compact-sm" variant="default" onClick={onAgain}>
          {t("common:retry")}
        </Button>
      )}
      <IconButton
        icon={IconX}
        label={t(error === null ? "evidence:stop" : "evidence:dismiss", { name: file.name })}
        onClick={onDismiss}
      />
    </li>
  );
}

// A file of the wrong kind stays one, however often it is sent.
function mayPass(error: unknown): boolean {
  const { appCode, httpStatus } = faultOf(error);
  return appCode === "OFFLINE" || appCode === "UPLOAD_BROKEN" || httpStatus === 429 || httpStatus >= 500;
}

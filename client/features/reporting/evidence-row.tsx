import { Anchor } from "@mantine/core";
import { IconFile, IconFileAlert, IconTrash } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import classes from "#client/features/reporting/evidence.module.css";
import { useFormat } from "#client/lib/use-format.ts";
import { IconButton } from "#client/ui/icon-button.tsx";
import type { Attachment } from "#shared/features/reporting/attachment.ts";

type Props = {
  file: Attachment;
  /** Whether the file can be opened from here. */
  hasWay?: boolean;
  onRemove: (() => void) | null;
};

/** One evidence file: its picture or kind, name, size, and the way to it. */
export function EvidenceRow({ file, hasWay = true, onRemove }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const address = `/api/attachments/${file.id}/file`;
  const facts = [format.bytes(file.bytes), file.byName, format.instant(file.createdAt)].filter((fact) => fact !== null);
  return (
    <li className={classes["row"]}>
      {hasWay && file.isImage && !file.isDamaged ? (
        <a href={`${address}?show`} target="_blank" rel="noopener" className={classes["thumb"]}>
          <img src={`${address}?show`} alt={t("evidence:picture", { name: file.fileName })} loading="lazy" />
        </a>
      ) : (
        <span className={classes["thumb"]}>
          {file.isDamaged ? (
            <IconFileAlert size={22} stroke={1.5} aria-hidden="true" />
          ) : (
            <IconFile size={22} stroke={1.5} aria-hidden="true" />
          )}
        </span>
      )}
      <span className={classes["names"]}>
        {hasWay ? (
          <Anchor href={address} download={file.fileName} className={classes["name"]}>
            {file.fileName}
          </Anchor>
        ) : (
          <span className={classes["name"]}>{file.fileName}</span>
        )}
        <small>{file.isDamaged ? t("evidence:lost") : facts.join(" · ")}</small>
      </span>
      {onRemove === null ? null : (
        <IconButton icon={IconTrash} label={t("evidence:remove", { name: file.fileName })} onClick={onRemove} />
      )}
    </li>
  );
}

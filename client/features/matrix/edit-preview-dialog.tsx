import { TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { MatrixTexts } from "#client/features/matrix/matrix-text.ts";
import classes from "#client/features/matrix/matrix.module.css";
import { RefusedEditList } from "#client/features/matrix/refused-edit-list.tsx";
import type { MatrixEdits, Preview } from "#client/features/matrix/use-matrix-edits.ts";
import { ConfirmDialog } from "#client/ui/confirm-dialog.tsx";
import { cellActs } from "#shared/features/matrix/matrix-words.ts";
import { MAX_CELLS, type Matrix } from "#shared/features/matrix/matrix.ts";

type Props = { matrix: Matrix; texts: MatrixTexts; edits: MatrixEdits; preview: Preview; onClose: () => void };

/** What a paste or fill will do: how many cells, by which act of the ledger, and which not and why. */
export function EditPreviewDialog({ matrix, texts, edits, preview, onClose }: Props) {
  const { t } = useTranslation();
  const [reason, setReason] = useState(t("matrix:reason.usual"));
  const { writes, refused, same, outside } = preview;
  const unreadable = refused.filter(({ problem }) => problem === "unreadable").length;
  const acts = cellActs
    .map((act) => ({ act, count: writes.filter((planned) => planned.act === act).length }))
    .filter(({ count }) => count > 0);
  const isTooMuch = edits.isTooMuch(preview);
  const confirm = () => {
    if (writes.length === 0 || isTooMuch) onClose();
    else void edits.send(preview, reason.trim() === "" ? t("matrix:reason.usual") : reason);
  };
  return (
    <ConfirmDialog
      isOpen
      title={t("matrix:preview.title")}
      confirmLabel={
        writes.length === 0 || isTooMuch ? t("common:close") : t("matrix:preview.go", { count: writes.length })
      }
      isBusy={edits.isBusy}
      onConfirm={confirm}
      onClose={onClose}
    >
      <ul className={classes["counts"]} aria-label={t("matrix:preview.counts")}>
        <li>{t("matrix:preview.ok", { count: writes.length })}</li>
        <li>{t("matrix:preview.skipped", { count: refused.length - unreadable + outside })}</li>
        <li>{t("matrix:preview.unreadable", { count: unreadable })}</li>
        {same > 0 ? <li>{t("matrix:preview.same", { count: same })}</li> : null}
      </ul>
      {isTooMuch ? <p>{t("matrix:preview.tooMuch", { count: MAX_CELLS })}</p> : null}
      <ul>
        {acts.map(({ act, count }) => (
          <li key={act}>
            {t(`matrix:act.${act}`)}: {count}
          </li>
        ))}
        {outside > 0 ? <li>{t("matrix:preview.outside", { count: outside })}</li> : null}
      </ul>
      <RefusedEditList matrix={matrix} texts={texts} refused={refused} />
      {acts.some(({ act }) => act !== "propose" && act !== "revise") ? (
        <TextInput
          mt="sm"
          label={t("matrix:reason.title")}
          description={t("matrix:reason.hint")}
          value={reason}
          maxLength={4000}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      ) : null}
    </ConfirmDialog>
  );
}

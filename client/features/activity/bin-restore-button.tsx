import { Button } from "@mantine/core";
import { IconArrowBackUp } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { BinRow } from "#shared/features/changes/bin.ts";

type Props = { row: BinRow; busySeq: number | null; onRestore: (seq: number) => void };

/** Puts one removed record back. */
export function BinRestoreButton({ row, busySeq, onRestore }: Props) {
  const { t } = useTranslation();
  return (
    <Button
      size="compact-sm"
      variant="default"
      loading={busySeq === row.seq}
      disabled={busySeq !== null}
      leftSection={<IconArrowBackUp size={15} aria-hidden="true" />}
      aria-label={t("bin:restoreOne", { title: row.title ?? "" })}
      onClick={() => onRestore(row.seq)}
    >
      {t("bin:restore")}
    </Button>
  );
}

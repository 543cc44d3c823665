import { Button } from "@mantine/core";
import type { TFunction } from "i18next";
import { standOf } from "#client/features/imports/import-tones.ts";
import type { useFormat } from "#client/lib/use-format.ts";
import type { Column } from "#client/ui/data-table.tsx";
import { RelativeTime } from "#client/ui/relative-time.tsx";
import { StateBadge } from "#client/ui/state-badge.tsx";
import type { ImportRow } from "#shared/features/imports/import.ts";

/** Columns of the list of a person's imports. */
export function historyColumns(
  t: TFunction,
  format: ReturnType<typeof useFormat>,
  onOpen: (id: string) => void,
): Column<ImportRow>[] {
  const nameOf = ({ fileNames }: ImportRow) =>
    fileNames.length > 0 ? format.list(fileNames) : t("imports:unreadable");
  return [
    { id: "files", header: t("imports:file"), cell: nameOf },
    {
      id: "stand",
      header: t("imports:standTitle"),
      cell: (row) => {
        const { word, tone } = standOf(row);
        return <StateBadge tone={tone}>{t(`imports:stand.${word}`)}</StateBadge>;
      },
    },
    {
      id: "count",
      header: t("imports:kind.project"),
      cell: ({ counts: { project } }) => format.count(project.new + project.changed + project.same),
      isNumeric: true,
    },
    { id: "at", header: t("imports:when"), cell: (row) => <RelativeTime at={row.createdAt} /> },
    {
      id: "open",
      header: t("imports:preview"),
      cell: (row) =>
        row.fileNames.length === 0 ? null : (
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => onOpen(row.id)}
            aria-label={t("imports:openNamed", { name: nameOf(row) })}
          >
            {t("imports:open")}
          </Button>
        ),
    },
  ];
}

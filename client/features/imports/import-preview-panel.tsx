import { Tabs } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { ImportCountList } from "#client/features/imports/import-count-list.tsx";
import { ImportFileList } from "#client/features/imports/import-file-list.tsx";
import { ImportProblemList } from "#client/features/imports/import-problem-list.tsx";
import { ImportRecordList } from "#client/features/imports/import-record-list.tsx";
import { useFormat } from "#client/lib/use-format.ts";
import { PagePanel } from "#client/ui/page-panel.tsx";
import type { ImportPreview } from "#shared/features/imports/import.ts";
import { importKinds } from "#shared/features/imports/import-words.ts";

/** What was recognised, how much is new, changed, the same or wrong, and the first records and problems. */
export function ImportPreviewPanel({ preview }: { preview: ImportPreview }) {
  const { t } = useTranslation();
  const format = useFormat();
  const totalOf = (kind: (typeof importKinds)[number]) => {
    const { new: added, changed, same } = preview.counts[kind];
    return added + changed + same;
  };
  const kinds = importKinds.filter((kind) => totalOf(kind) > 0);
  return (
    <>
      <ImportCountList counts={preview.counts} />
      <PagePanel title={t("imports:recognised")}>
        <ImportFileList files={preview.files} />
      </PagePanel>
      <PagePanel isFlush>
        <Tabs defaultValue={preview.errorCount > 0 ? "problems" : (kinds[0] ?? "problems")} keepMounted={false}>
          <Tabs.List aria-label={t("imports:preview")}>
            {kinds.map((kind) => (
              <Tabs.Tab key={kind} value={kind}>
                {t(`imports:kind.${kind}`)} ({format.count(totalOf(kind))})
              </Tabs.Tab>
            ))}
            <Tabs.Tab value="problems">
              {t("imports:problems")} ({format.count(preview.problemCount)})
            </Tabs.Tab>
          </Tabs.List>
          {kinds.map((kind) => (
            <Tabs.Panel key={kind} value={kind}>
              <ImportRecordList kind={kind} rows={preview.samples[kind]} total={totalOf(kind)} />
            </Tabs.Panel>
          ))}
          <Tabs.Panel value="problems">
            <ImportProblemList preview={preview} />
          </Tabs.Panel>
        </Tabs>
      </PagePanel>
    </>
  );
}

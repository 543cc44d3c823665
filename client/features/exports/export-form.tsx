import { Button, Group, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { ExportChoiceList } from "#client/features/exports/export-choice-list.tsx";
import { ExportLanguageChoice } from "#client/features/exports/export-language-choice.tsx";
import { useStartExport } from "#client/features/exports/use-start-export.ts";
import { useLocalSetting } from "#client/lib/local-setting.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { HorizonTableChoice } from "#client/features/exports/horizon-table-choice.tsx";
import {
  audiences,
  formDocuments,
  exportFormats,
  type HorizonTableKey,
  horizonTables,
  languages,
  tableFormats,
} from "#shared/features/exports/export-words.ts";

type Props = { projectId: string; onStarted: (id: string) => void; onCancel: () => void };

const oneOf = <const Word extends string>(words: readonly [Word, ...Word[]], value: string | null): Word =>
  words.find((word) => word === value) ?? words[0];

/** What to export: remembered for the next time in this browser, but for the audience, which is chosen anew. */
export function ExportForm({ projectId, onStarted, onCancel }: Props) {
  const { t, i18n } = useTranslation();
  const project = useQuery(trpc.project.show.queryOptions({ projectId }));
  const start = useStartExport(project.data?.acronym ?? "");
  const [rememberedFormat, rememberFormat] = useLocalSetting("export-format", "pdf");
  const [audience, setAudience] = useState<(typeof audiences)[number]>("internal");
  const [language, setLanguage] = useState<(typeof languages)[number]>(oneOf(languages, i18n.language));
  const [document, setDocument] = useState<(typeof formDocuments)[number]>("summary");
  const [tables, setTables] = useState<readonly HorizonTableKey[]>(horizonTables);
  const isTables = document === "horizon-tables";
  const format = oneOf<(typeof exportFormats)[number]>(isTables ? tableFormats : exportFormats, rememberedFormat);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const chosen = isTables ? { document, tables: horizonTables.filter((key) => tables.includes(key)) } : {};
    start.mutate({ projectId, format, audience, language, ...chosen }, { onSuccess: ({ id }) => onStarted(id) });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <ExportChoiceList
          label={t("exports:documentLabel")}
          words={formDocuments}
          value={document}
          labelOf={(word) => t(`exports:document.${word}`)}
          hintOf={(word) => t(`exports:documentHint.${word}`)}
          isGrid
          onChoose={(value) => setDocument(oneOf(formDocuments, value))}
        />
        {isTables ? <HorizonTableChoice chosen={tables} onChoose={setTables} /> : null}
        <ExportChoiceList
          label={t("exports:formatLabel")}
          words={isTables ? tableFormats : exportFormats}
          value={format}
          labelOf={(word) => t(`exports:format.${word}`)}
          hintOf={(word) => t(`exports:formatHint.${word}`)}
          isGrid
          onChoose={rememberFormat}
        />
        <ExportChoiceList
          label={t("exports:audienceLabel")}
          words={audiences}
          value={audience}
          labelOf={(word) => t(`exports:audience.${word}`)}
          hintOf={(word) => t(`exports:audienceHint.${word}`)}
          onChoose={(value) => setAudience(oneOf(audiences, value))}
        />
        <ExportLanguageChoice value={language} onChoose={setLanguage} />
        <FaultAlert error={start.error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onCancel}>
            {t("common:cancel")}
          </Button>
          <Button type="submit" loading={start.isPending} disabled={isTables && tables.length === 0}>
            {t("exports:start")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

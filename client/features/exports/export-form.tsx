import { Button, Group, Select, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { ExportChoiceList } from "#client/features/exports/export-choice-list.tsx";
import classes from "#client/features/exports/exports.module.css";
import { useStartExport } from "#client/features/exports/use-start-export.ts";
import { useLocalSetting } from "#client/lib/local-setting.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { audiences, exportFormats, languages } from "#shared/features/exports/export-words.ts";

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
  const format = oneOf(exportFormats, rememberedFormat);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    start.mutate({ projectId, format, audience, language }, { onSuccess: ({ id }) => onStarted(id) });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <ExportChoiceList
          label={t("exports:formatLabel")}
          words={exportFormats}
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
        <Select
          label={t("exports:languageLabel")}
          description={t("exports:languageHint")}
          data={languages.map((value) => ({ value, label: t(`exports:language.${value}`) }))}
          value={language}
          onChange={(value) => setLanguage(oneOf(languages, value))}
          allowDeselect={false}
          className={classes["language"] ?? ""}
        />
        <FaultAlert error={start.error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onCancel}>
            {t("common:cancel")}
          </Button>
          <Button type="submit" loading={start.isPending}>
            {t("exports:start")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

import { Button, Group, NativeSelect, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { useStartExport } from "#client/features/exports/use-start-export.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { audiences, ganttFormats, ganttPapers, languages } from "#shared/features/exports/export-words.ts";
import { type GanttGrouping, ganttGroupings } from "#shared/features/plan/gantt-rows.ts";

type Props = { projectId: string; groupBy: GanttGrouping; onStarted: (id: string) => void; onCancel: () => void };

const oneOf = <const Word extends string>(words: readonly [Word, ...Word[]], value: string): Word =>
  words.find((word) => word === value) ?? words[0];

/** Format, grouping, paper, audience and language of an exported Gantt; it always holds the whole range and all rows. */
export function GanttExportForm({ projectId, groupBy, onStarted, onCancel }: Props) {
  const { t, i18n } = useTranslation();
  const project = useQuery(trpc.project.show.queryOptions({ projectId }));
  const start = useStartExport(project.data?.acronym ?? "");
  const [chosen, setChosen] = useState({
    format: oneOf(ganttFormats, "pdf"),
    by: groupBy,
    paper: oneOf(ganttPapers, "a4"),
    audience: oneOf(audiences, "internal"),
    language: oneOf(languages, i18n.language),
  });
  const { format, by, paper, audience, language } = chosen;
  const choice = <Word extends string>(
    field: keyof typeof chosen,
    label: string,
    words: readonly [Word, ...Word[]],
    labelOf: (word: Word) => string,
  ) => (
    <NativeSelect
      label={label}
      value={chosen[field]}
      data={words.map((value) => ({ value, label: labelOf(value) }))}
      onChange={(event) => setChosen({ ...chosen, [field]: oneOf(words, event.currentTarget.value) })}
    />
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const gantt = { groupBy: by, paper };
    const asked = { projectId, document: "gantt", format, audience, language, gantt } as const;
    start.mutate(asked, { onSuccess: ({ id }) => onStarted(id) });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        {choice("format", t("exports:formatLabel"), ganttFormats, (word) => t(`exports:format.${word}`))}
        {format === "pdf" ? choice("paper", t("gantt:paper"), ganttPapers, (word) => word.toUpperCase()) : null}
        {choice("by", t("gantt:groupBy"), ganttGroupings, (word) => t(`gantt:by.${word}`))}
        {choice("audience", t("exports:audienceLabel"), audiences, (word) => t(`exports:audience.${word}`))}
        {choice("language", t("exports:languageLabel"), languages, (word) => t(`exports:language.${word}`))}
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

import { Button, Group } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { MappingColumnRow } from "#client/features/imports/mapping-column-row.tsx";
import classes from "#client/features/imports/imports.module.css";
import { ProjectChoice } from "#client/features/imports/project-choice.tsx";
import { TableChoices } from "#client/features/imports/table-choices.tsx";
import type { ImportState } from "#client/features/imports/use-import.ts";
import { usePlanMapping } from "#client/features/imports/use-plan-mapping.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { PagePanel } from "#client/ui/page-panel.tsx";
import type { TableFacts } from "#shared/features/imports/plan-mapping.ts";

type Props = Pick<ImportState, "mapping"> & { facts: TableFacts & { fileId: string }; onLeave: () => void };

/** Say which project a table is for and what its columns hold; the names of the columns have been read already. */
export function PlanMappingForm({ facts, mapping: sending, onLeave }: Props) {
  const { t } = useTranslation();
  const [projectId, setProjectId] = useState<string | null>(null);
  const state = usePlanMapping(facts);
  const { mapping, sheet, headers, fields, missing, setField } = state;
  const fieldAt = new Map(mapping.columns.map(({ index, field }) => [index, field]));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (projectId !== null) sending.mutate({ fileId: facts.fileId, projectId, mapping });
      }}
    >
      <PagePanel title={facts.file} description={t("imports:wizard.rows", { count: sheet?.rows ?? 0 })}>
        <div className={classes["choices"]}>
          <ProjectChoice projectId={projectId} onChoose={setProjectId} />
          <TableChoices sheets={facts.sheets} state={state} />
        </div>
      </PagePanel>
      <PagePanel title={t("imports:wizard.columns")} description={t("imports:wizard.columnsHint")}>
        <ul className={classes["columns"]}>
          {(sheet?.columns ?? []).map(({ index, examples }) => (
            <MappingColumnRow
              key={index}
              name={headers[index] || t("imports:wizard.unnamed", { number: index + 1 })}
              examples={examples}
              fields={fields}
              field={fieldAt.get(index) ?? null}
              onField={(field) => setField(index, field)}
            />
          ))}
        </ul>
        {missing.length === 0 ? null : (
          <p role="status" className={classes["lead"]}>
            {t("imports:wizard.missing", {
              names: missing.map((field) => t(`imports:wizard.fields.${field}`)).join(", "),
            })}
          </p>
        )}
        <FaultAlert error={sending.error} />
        <Group mt="md" gap="xs">
          <Button type="submit" disabled={missing.length > 0 || projectId === null} loading={sending.isPending}>
            {t("imports:wizard.look")}
          </Button>
          <Button variant="default" onClick={onLeave} disabled={sending.isPending}>
            {t("imports:wizard.other")}
          </Button>
        </Group>
      </PagePanel>
    </form>
  );
}

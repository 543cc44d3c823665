import { Button } from "@mantine/core";
import { IconTableImport } from "@tabler/icons-react";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import type { ImportState } from "#client/features/imports/use-import.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { PagePanel } from "#client/ui/page-panel.tsx";

/** Where the plan of one project comes from a table of anybody's making. */
export function PlanTablePanel({ facts }: Pick<ImportState, "facts">) {
  const { t } = useTranslation();
  const picker = useRef<HTMLInputElement>(null);
  return (
    <PagePanel title={t("imports:wizard.title")} description={t("imports:wizard.description")}>
      <FaultAlert error={facts.error} />
      <Button
        variant="default"
        leftSection={<IconTableImport size={18} stroke={1.6} aria-hidden="true" />}
        loading={facts.isPending}
        onClick={() => picker.current?.click()}
      >
        {facts.isPending ? t("imports:wizard.reading") : t("imports:wizard.choose")}
      </Button>
      <input
        ref={picker}
        type="file"
        accept=".xlsx,.csv,.tsv,.txt"
        hidden
        aria-label={t("imports:wizard.choose")}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file) facts.mutate(file);
          event.currentTarget.value = "";
        }}
      />
    </PagePanel>
  );
}

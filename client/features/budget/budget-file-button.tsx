import { Button } from "@mantine/core";
import { IconTable } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { presentViewing } from "#client/app/viewing.ts";
import { followExport } from "#client/features/exports/running-exports.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { languages } from "#shared/languages.ts";
import type { RuleBook } from "#shared/features/projects/project-words.ts";

/** Makes the workbook of the budget under the rule book on screen; the tray follows it. */
export function BudgetFileButton({ projectId, ruleBook }: { projectId: string; ruleBook: RuleBook }) {
  const { t, i18n } = useTranslation();
  const project = useQuery(trpc.project.show.queryOptions({ projectId }));
  const acronym = project.data?.acronym ?? "";
  const start = useMutation(
    trpc.export.start.mutationOptions({
      onSuccess: ({ id }) => followExport({ id, title: t("budget:file.title", { acronym }) }),
    }),
  );
  // Through a member's eyes a project is read on the screen, and no file leaves.
  if (presentViewing() !== null) return null;
  const language = languages.find((each) => each === i18n.language) ?? "en";
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconTable size={17} aria-hidden="true" />}
        loading={start.isPending}
        onClick={() =>
          start.mutate({
            projectId,
            format: "xlsx",
            audience: "internal",
            language,
            document: "budget-workbook",
            ruleBook,
          })
        }
      >
        {t("budget:file.open")}
      </Button>
      <FaultAlert error={start.error} />
    </>
  );
}

import { Button } from "@mantine/core";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import classes from "#client/features/imports/imports.module.css";
import { problemColumns, problemText } from "#client/features/imports/problem-columns.tsx";
import { problemFile } from "#client/features/imports/problem-file.ts";
import { DataTable } from "#client/ui/data-table.tsx";
import { EmptyState } from "#client/ui/empty-state.tsx";
import type { ImportPreview } from "#shared/features/imports/import.ts";

const mostShown = 100;

/** What is wrong and where: file, sheet, row, column; the first thousand can be saved as CSV. */
export function ImportProblemList({ preview }: { preview: ImportPreview }) {
  const { t } = useTranslation();
  const { problems, problemCount } = preview;
  const shown = problems.slice(0, mostShown);
  if (problems.length === 0) return <EmptyState kind="nothing-yet" title={t("imports:noProblems")} />;
  return (
    <>
      <DataTable
        label={t("imports:problems")}
        columns={problemColumns(t)}
        rows={shown}
        rowKey={(row) => JSON.stringify(row)}
        empty={null}
      />
      <div className={classes["below"]}>
        {problemCount > shown.length ? (
          <span>{t("imports:firstOf", { shown: shown.length, count: problemCount })}</span>
        ) : null}
        <Button variant="default" size="xs" onClick={() => saveProblems(t, problems)}>
          {t("imports:saveProblems")}
        </Button>
      </div>
    </>
  );
}

const heads = ["severityTitle", "file", "sheet", "row", "columnTitle", "problemTitle", "found"] as const;

function saveProblems(t: TFunction, problems: ImportPreview["problems"]): void {
  const names = heads.map((head) => t(`imports:${head}`));
  const text = problemFile(names, problems, (problem) => problemText(t, problem));
  const url = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = "import-problems.csv";
  link.click();
  URL.revokeObjectURL(url);
}

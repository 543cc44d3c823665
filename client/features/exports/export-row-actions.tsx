import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { exportFileUrl } from "#client/features/exports/export-words-text.ts";
import classes from "#client/features/exports/exports.module.css";
import { unfollowExport } from "#client/features/exports/running-exports.ts";
import { isUnderWay } from "#client/features/exports/use-export-progress.ts";
import { useStartExport } from "#client/features/exports/use-start-export.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import type { ExportRow } from "#shared/features/exports/export.ts";

const quiet = { variant: "default", size: "compact-sm" } as const;

/** What can be done with an export: fetch it, make it again as things stand now (but for a comparison and a budget, which begin on their own pages), cancel or remove it. */
export function ExportRowActions({ row, acronym }: { row: ExportRow; acronym: string }) {
  const { t } = useTranslation();
  const start = useStartExport(acronym);
  const cancel = useMutation(trpc.export.cancel.mutationOptions());
  const remove = useMutation(trpc.export.remove.mutationOptions({ onSuccess: () => unfollowExport(row.id) }));
  const { id, projectId, document, tables, format, audience, language } = row;
  const again = document === "horizon-tables" ? { document, tables } : { document };
  const named = (action: string) =>
    t("exports:actionNamed", {
      action,
      format: t(`exports:format.${format}`),
      audience: t(`exports:audience.${audience}`),
    });
  return (
    <div className={classes["actions"]}>
      {row.isReady ? (
        <Button
          component="a"
          href={exportFileUrl(id)}
          download
          size="compact-sm"
          aria-label={named(t("common:download"))}
          onClick={() => unfollowExport(id)}
        >
          {t("common:download")}
        </Button>
      ) : null}
      {isUnderWay(row) ? (
        <Button {...quiet} aria-label={named(t("common:cancel"))} onClick={() => cancel.mutate({ id })}>
          {t("common:cancel")}
        </Button>
      ) : (
        <>
          {document === "amendment" || document === "budget-workbook" ? null : (
            <Button
              {...quiet}
              loading={start.isPending}
              aria-label={named(t("exports:again"))}
              onClick={() => start.mutate({ projectId, format, audience, language, ...again })}
            >
              {t("exports:again")}
            </Button>
          )}
          <Button
            {...quiet}
            loading={remove.isPending}
            aria-label={named(t("common:remove"))}
            onClick={() => remove.mutate({ id })}
          >
            {t("common:remove")}
          </Button>
        </>
      )}
      <FaultAlert error={start.error ?? cancel.error ?? remove.error} />
    </div>
  );
}

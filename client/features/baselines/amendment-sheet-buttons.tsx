import { Button } from "@mantine/core";
import { IconFileTypeDocx, IconFileTypePdf } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import classes from "#client/features/baselines/baselines.module.css";
import { followExport } from "#client/features/exports/running-exports.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import type { Comparison } from "#shared/features/baselines/baseline.ts";
import { languages } from "#shared/languages.ts";

const icons = { pdf: IconFileTypePdf, docx: IconFileTypeDocx };

/** The comparison as a sheet for signature; the tray follows how it is made. */
export function AmendmentSheetButtons({ comparison }: { comparison: Comparison }) {
  const { t, i18n } = useTranslation();
  const { projectId, acronym, from, to } = comparison;
  const start = useMutation(
    trpc.export.start.mutationOptions({
      onSuccess: ({ id }, { format }) =>
        followExport({ id, title: t("baselines:sheet.job", { acronym, format: t(`exports:format.${format}`) }) }),
    }),
  );
  if (from.id === null) return null;
  const compare = { from: from.id, to: to.id ?? ("now" as const) };
  const language = languages.find((each) => each === i18n.language) ?? "en";
  return (
    <div className={classes["sheet"]} data-chrome>
      {(["pdf", "docx"] as const).map((format) => {
        const Picture = icons[format];
        return (
          <Button
            key={format}
            variant="default"
            leftSection={<Picture size={17} aria-hidden="true" />}
            loading={start.isPending && start.variables.format === format}
            onClick={() =>
              start.mutate({ projectId, format, language, audience: "internal", document: "amendment", compare })
            }
          >
            {t(`baselines:sheet.${format}`)}
          </Button>
        );
      })}
      <span className={classes["quiet"]}>{t("baselines:sheet.hint")}</span>
      <FaultAlert error={start.error} />
    </div>
  );
}

import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { followExport } from "#client/features/exports/running-exports.ts";

/** Starts an export; from then on the tray follows it, whatever page is open. */
export function useStartExport(acronym: string) {
  const { t } = useTranslation();
  return useMutation(
    trpc.export.start.mutationOptions({
      onSuccess: ({ id }, { format, audience }) =>
        followExport({
          id,
          title: t("exports:jobTitle", {
            acronym,
            format: t(`exports:format.${format}`),
            audience: t(`exports:audience.${audience}`),
          }),
        }),
    }),
  );
}

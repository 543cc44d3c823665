import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { trpcClient } from "#client/app/trpc.ts";
import { ConfirmDialog } from "#client/ui/confirm-dialog.tsx";
import type { ProjectDetail } from "#shared/features/projects/project.ts";

/** Removes a project that is still an idea, after asking; then leads to the list. */
export function ProjectRemoveButton({ project }: { project: ProjectDetail }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const { id, version, acronym } = project;
  const remove = useMutation({
    mutationFn: async () => {
      await trpcClient.project.remove.mutate({ id, version });
      // Away first: what its pages show cannot be read any more.
      await navigate({ to: "/projects" });
    },
    onSuccess: () => queryClient.removeQueries({ type: "inactive" }),
  });
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t("projects:remove.open")}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        isDangerous
        title={t("projects:remove.title", { acronym })}
        confirmLabel={t("projects:remove.open")}
        isBusy={remove.isPending}
        error={remove.error}
        onClose={() => setAsking(false)}
        onConfirm={() => remove.mutate()}
      >
        {t("projects:remove.text")}
      </ConfirmDialog>
    </>
  );
}

import { Alert, Button, Group } from "@mantine/core";
import { IconMailOpened } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import type { ProjectDetail } from "#shared/features/projects/project.ts";

/** To an invited organisation: that an answer is expected, and the two answers. */
export function ProjectNotice({ project }: { project: ProjectDetail }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const found = useQuery(trpc.participant.list.queryOptions({ projectId: project.id, state: "invited" }));
  const answer = useMutation(trpc.participant.answer.mutationOptions());
  const own = found.data?.rows.find((row) => row.isOwn);
  if (!own) return null;
  const reply = (accept: boolean) =>
    answer.mutate(
      { id: own.id, version: own.version, accept },
      { onSuccess: () => (accept ? undefined : void navigate({ to: "/projects" })) },
    );
  return (
    <Alert
      mb="lg"
      icon={<IconMailOpened size={20} aria-hidden="true" />}
      title={t("projects:invited.title", { role: t(`participants:role.${own.role}`) })}
    >
      <p>{own.may.answer ? t("projects:invited.text") : t("projects:invited.ask")}</p>
      {own.may.answer ? (
        <Group gap="xs">
          <Button onClick={() => reply(true)} loading={answer.isPending}>
            {t("participants:accept")}
          </Button>
          <Button variant="default" onClick={() => reply(false)} disabled={answer.isPending}>
            {t("participants:decline")}
          </Button>
        </Group>
      ) : null}
      <FaultAlert error={answer.error} />
    </Alert>
  );
}

import { Group } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useSession } from "#client/app/session.ts";
import { trpc } from "#client/app/trpc.ts";
import { ExportButton } from "#client/features/exports/export-button.tsx";
import { ProjectRemoveButton } from "#client/features/projects/project-remove-button.tsx";
import { ProjectStatusMenu } from "#client/features/projects/project-status-menu.tsx";
import { statusTones } from "#client/features/projects/project-tones.ts";
import { useProjectField } from "#client/features/projects/use-project-field.ts";
import { SampleBadge } from "#client/features/samples/sample-badge.tsx";
import { SampleRemoveButton } from "#client/features/samples/sample-remove-button.tsx";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { InlineField } from "#client/ui/inline-field.tsx";
import { PageHeader } from "#client/ui/page-header.tsx";
import { StateBadge } from "#client/ui/state-badge.tsx";
import type { ProjectDetail } from "#shared/features/projects/project.ts";

/** Name and state of a project, the steps its status can take now, and the way to the summary. */
export function ProjectHeader({ project }: { project: ProjectDetail }) {
  const { t } = useTranslation();
  const { user } = useSession();
  const save = useProjectField(project);
  const change = useMutation(trpc.project.changeStatus.mutationOptions());
  const { id, version, status, may } = project;
  return (
    <>
      <PageHeader
        title={project.acronym}
        badge={
          <Group gap="xs">
            <StateBadge tone={statusTones[status]}>{t(`projects:status.${status}`)}</StateBadge>
            {project.sample ? <SampleBadge /> : null}
            {project.sample && user?.isAdministrator ? <SampleRemoveButton isQuiet /> : null}
          </Group>
        }
        description={
          <InlineField
            label={t("projects:fields.title")}
            isLabelHidden
            name="title"
            value={project.title}
            canEdit={may.revise}
            maxLength={300}
            onSave={save("title", (title: string | null) => title ?? project.title)}
          />
        }
        actions={
          <>
            {may.remove && !project.sample ? <ProjectRemoveButton project={project} /> : null}
            <ProjectStatusMenu
              statuses={may.statuses}
              isBusy={change.isPending}
              onTake={(next) => change.mutate({ id, version, status: next })}
            />
            <ExportButton projectId={id} />
          </>
        }
      />
      <FaultAlert error={change.error} />
    </>
  );
}

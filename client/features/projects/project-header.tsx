import { Button, Menu } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { ExportButton } from "#client/features/exports/export-button.tsx";
import { statusTones } from "#client/features/projects/project-tones.ts";
import { useProjectField } from "#client/features/projects/use-project-field.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { InlineField } from "#client/ui/inline-field.tsx";
import { PageHeader } from "#client/ui/page-header.tsx";
import { StateBadge } from "#client/ui/state-badge.tsx";
import type { ProjectDetail } from "#shared/features/projects/project.ts";
import type { ProjectStatus } from "#shared/features/projects/project-words.ts";

/** Name and state of a project, the steps its status can take now, and the way to the summary. */
export function ProjectHeader({ project }: { project: ProjectDetail }) {
  const { t } = useTranslation();
  const save = useProjectField(project);
  const change = useMutation(trpc.project.changeStatus.mutationOptions());
  const { id, version, status, may } = project;
  const take = (next: ProjectStatus) => change.mutate({ id, version, status: next });
  return (
    <>
      <PageHeader
        title={project.acronym}
        badge={<StateBadge tone={statusTones[status]}>{t(`projects:status.${status}`)}</StateBadge>}
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
            {may.statuses.length > 0 ? (
              <Menu>
                <Menu.Target>
                  <Button
                    variant="default"
                    loading={change.isPending}
                    rightSection={<IconChevronDown size={16} aria-hidden="true" />}
                  >
                    {t("projects:changeStatus")}
                  </Button>
                </Menu.Target>
                <Menu.Dropdown>
                  {may.statuses.map((next) => (
                    <Menu.Item key={next} onClick={() => take(next)}>
                      {t(`projects:step.${next}`)}
                    </Menu.Item>
                  ))}
                </Menu.Dropdown>
              </Menu>
            ) : null}
            <ExportButton projectId={id} />
          </>
        }
      />
      <FaultAlert error={change.error} />
    </>
  );
}

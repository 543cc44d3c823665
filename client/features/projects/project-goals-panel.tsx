import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { GoalEditForm } from "#client/features/projects/goal-edit-form.tsx";
import { GoalList } from "#client/features/projects/goal-list.tsx";
import { useProjectField } from "#client/features/projects/use-project-field.ts";
import { PagePanel } from "#client/ui/page-panel.tsx";
import type { ProjectDetail } from "#shared/features/projects/project.ts";

/** The Sustainable Development Goals a project works for; those who plan it choose them here. */
export function ProjectGoalsPanel({ project }: { project: ProjectDetail }) {
  const { t } = useTranslation();
  const save = useProjectField(project);
  const [isOpen, setOpen] = useState(false);
  const mayOpen = project.may.revise && !isOpen;
  return (
    <PagePanel
      title={t("projects:goals.title")}
      actions={
        mayOpen ? (
          <Button variant="default" size="xs" onClick={() => setOpen(true)}>
            {t("projects:goals.choose")}
          </Button>
        ) : undefined
      }
    >
      {isOpen ? (
        <GoalEditForm
          goals={project.goals}
          onSave={save("goals", (goals: number[]) => goals)}
          onDone={() => setOpen(false)}
        />
      ) : (
        <GoalList goals={project.goals} />
      )}
    </PagePanel>
  );
}

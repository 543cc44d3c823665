import { Button } from "@mantine/core";
import { IconLink } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { NoValue } from "#client/ui/no-value.tsx";
import type { PlanTask, ProjectPlan } from "#shared/features/plan/plan.ts";

type Props = { plan: ProjectPlan; task: PlanTask; onOpen: (id: string) => void };

/** What a task waits for, by number; planners open it to change it. */
export function WaitsCell({ plan, task, onOpen }: Props) {
  const { t } = useTranslation();
  const codes = new Map(plan.tasks.map(({ id, code }) => [id, code]));
  const links = plan.links.filter(({ successorId }) => successorId === task.id);
  const text = links
    .map(({ predecessorId, lagMonths }) => `${codes.get(predecessorId) ?? "?"}${lagText(lagMonths)}`)
    .join(", ");
  if (!task.mayRevise) return text === "" ? <NoValue /> : text;
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      leftSection={<IconLink size={15} aria-hidden="true" />}
      aria-label={t(text === "" ? "plan:links.openNone" : "plan:links.open", { name: task.code, waits: text })}
      onClick={() => onOpen(task.id)}
    >
      {text === "" ? t("plan:links.none") : text}
    </Button>
  );
}

function lagText(months: number): string {
  if (months === 0) return "";
  return months > 0 ? ` +${months}` : ` −${-months}`;
}

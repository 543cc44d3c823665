import { IconTrash } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { IconButton } from "#client/ui/icon-button.tsx";
import type { PlanLink, ProjectPlan } from "#shared/features/plan/plan.ts";

/** One task that is waited for, with the months between and a way to wait no longer. */
export function LinkRow({ plan, link }: { plan: ProjectPlan; link: PlanLink }) {
  const { t } = useTranslation();
  const unlink = useMutation(trpc.task.unlink.mutationOptions());
  const task = plan.tasks.find(({ id }) => id === link.predecessorId);
  const name = `${task?.code ?? ""} ${task?.title ?? ""}`;
  return (
    <li>
      <span>{name}</span>
      <span>
        {t("plan:links.lag", { count: link.lagMonths })}{" "}
        <IconButton
          icon={IconTrash}
          label={t("plan:links.remove", { name })}
          onClick={() => unlink.mutate({ id: link.id, version: link.version })}
        />
      </span>
      <FaultAlert error={unlink.error} />
    </li>
  );
}

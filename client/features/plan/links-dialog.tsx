import { Modal, Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { LinkAddForm } from "#client/features/plan/link-add-form.tsx";
import { LinkRow } from "#client/features/plan/link-row.tsx";
import classes from "#client/features/plan/plan.module.css";
import type { ProjectPlan } from "#shared/features/plan/plan.ts";

type Props = { plan: ProjectPlan; taskId: string | null; onClose: () => void };

/** What a task waits for: change, remove and add, with all that a link would move told before. */
export function LinksDialog({ plan, taskId, onClose }: Props) {
  const { t } = useTranslation();
  const task = plan.tasks.find(({ id }) => id === taskId);
  const links = plan.links.filter(({ successorId }) => successorId === taskId);
  return (
    <Modal
      opened={task !== undefined}
      onClose={onClose}
      size="lg"
      title={t("plan:links.title", { name: `${task?.code ?? ""} ${task?.title ?? ""}` })}
      closeButtonProps={{ "aria-label": t("common:close") }}
    >
      {task === undefined ? null : (
        <Stack>
          {links.length === 0 ? (
            <p>{t("plan:links.nothing")}</p>
          ) : (
            <ul className={classes["links"]}>
              {links.map((link) => (
                <LinkRow key={link.id} plan={plan} link={link} />
              ))}
            </ul>
          )}
          <LinkAddForm key={links.length} plan={plan} task={task} />
        </Stack>
      )}
    </Modal>
  );
}

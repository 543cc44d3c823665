import { Button, Modal } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { PlanCreateForm } from "#client/features/plan/plan-create-form.tsx";
import type { ProjectPlan } from "#shared/features/plan/plan.ts";

type Kind = "task" | "deliverable";
type Props = { plan: ProjectPlan; onDone: (id: string) => void };

/** Adds tasks and deliverables, for whoever plans. */
export function PlanActions({ plan, onDone }: Props) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<Kind | null>(null);
  if (!plan.may.plan || plan.streams.length === 0) return null;
  const finish = (id: string) => {
    setKind(null);
    onDone(id);
  };
  return (
    <>
      <Button variant="default" onClick={() => setKind("deliverable")}>
        {t("plan:create.deliverable")}
      </Button>
      <Button leftSection={<IconPlus size={17} aria-hidden="true" />} onClick={() => setKind("task")}>
        {t("plan:create.task")}
      </Button>
      <Modal
        opened={kind !== null}
        onClose={() => setKind(null)}
        title={t(`plan:create.${kind ?? "task"}`)}
        size="lg"
        closeButtonProps={{ "aria-label": t("common:close") }}
      >
        {kind === null ? null : <PlanCreateForm plan={plan} kind={kind} onDone={finish} />}
      </Modal>
    </>
  );
}

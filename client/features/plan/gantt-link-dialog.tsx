import { Button, Group, Modal, NativeSelect, NumberInput, Stack, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { useLinkPreview } from "#client/features/plan/use-link-preview.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import type { ProjectPlan } from "#shared/features/plan/plan.ts";

type Props = { plan: ProjectPlan; predecessorId: string | null; successorId: string; onClose: () => void };

/** Lets a task wait for another, after showing who moves because of it; a circle is refused in words. */
export function GanttLinkDialog({ plan, predecessorId, successorId, onClose }: Props) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState(predecessorId ?? "");
  const [lagMonths, setLag] = useState(0);
  const link = useMutation(trpc.task.link.mutationOptions({ onSuccess: onClose }));
  const { moves, isRefused, told } = useLinkPreview(plan, chosen, successorId, lagMonths);
  const names = plan.tasks.map(({ id, code, title }) => ({ value: id, label: `${code} ${title}` }));
  const others = names.filter(({ value }) => value !== successorId);
  const task = names.find(({ value }) => value === successorId)?.label ?? "";
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("gantt:addPredecessor", { task })}
      closeButtonProps={{ "aria-label": t("common:close") }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          link.mutate({ predecessorId: chosen, successorId, lagMonths, moves });
        }}
      >
        <Stack>
          <NativeSelect
            label={t("gantt:waitsFor")}
            required
            value={chosen}
            onChange={(event) => setChosen(event.currentTarget.value)}
            data={[{ value: "", label: t("gantt:choose") }, ...others]}
          />
          <NumberInput
            label={t("gantt:lag")}
            description={t("gantt:lagHint")}
            min={-500}
            max={500}
            allowDecimal={false}
            value={lagMonths}
            onChange={(value) => setLag(Number(value) || 0)}
          />
          <Text role="status" size="sm">
            {told}
          </Text>
          <FaultAlert error={link.error} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t("common:cancel")}
            </Button>
            <Button type="submit" disabled={isRefused} loading={link.isPending}>
              {t("gantt:addLink")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

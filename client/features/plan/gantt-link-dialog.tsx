import { Button, Group, Modal, NativeSelect, NumberInput, Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import type { ProjectPlan } from "#shared/features/plan/plan.ts";
import { cycleOf, followShift } from "#shared/features/plan/schedule-rules.ts";

type Props = { plan: ProjectPlan; predecessorId: string | null; successorId: string; onClose: () => void };

/** Lets a task wait for another, after showing who moves because of it; a circle is refused in words. */
export function GanttLinkDialog({ plan, predecessorId, successorId, onClose }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [chosen, setChosen] = useState(predecessorId ?? "");
  const [lagMonths, setLag] = useState(0);
  const link = useMutation(
    trpc.task.link.mutationOptions({
      onSuccess: async () => {
        await client.invalidateQueries({ queryKey: trpc.plan.show.queryKey({ projectId: plan.projectId }) });
        onClose();
      },
    }),
  );
  const { tasks } = plan;
  const nameOf = (id: string) => {
    const task = tasks.find((each) => each.id === id);
    return task ? `${task.code} ${task.title}` : "";
  };
  const isTaken = plan.links.some((each) => each.predecessorId === chosen && each.successorId === successorId);
  const links = [...plan.links, { predecessorId: chosen, successorId, lagMonths }];
  const cycle = chosen === "" ? null : cycleOf(links);
  const first = tasks.find(({ id }) => id === chosen);
  const place =
    first && first.startMonth !== null && first.endMonth !== null
      ? { id: first.id, startMonth: first.startMonth, endMonth: first.endMonth }
      : null;
  const moves = place && !cycle && !isTaken ? followShift({ tasks, links }, [place]).moves : [];
  const versions = new Map(tasks.map(({ id, version }) => [id, version]));
  const told = cycle
    ? t("gantt:cycleOf", {
        tasks: [...cycle, cycle[0] ?? ""].map((id) => tasks.find((each) => each.id === id)?.code).join(" → "),
      })
    : isTaken
      ? t("gantt:linkTaken")
      : moves.length === 0
        ? t("gantt:nobodyMoves")
        : t("gantt:othersMove", {
            count: moves.length,
            tasks: moves.map(({ id }) => tasks.find((each) => each.id === id)?.code).join(", "),
          });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("gantt:addPredecessor", { task: nameOf(successorId) })}
      closeButtonProps={{ "aria-label": t("common:close") }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          link.mutate({
            predecessorId: chosen,
            successorId,
            lagMonths,
            moves: moves.map((move) => ({ ...move, version: versions.get(move.id) ?? 0 })),
          });
        }}
      >
        <Stack>
          <NativeSelect
            label={t("gantt:waitsFor")}
            required
            value={chosen}
            onChange={(event) => setChosen(event.currentTarget.value)}
            data={[
              { value: "", label: t("gantt:choose") },
              ...tasks.filter(({ id }) => id !== successorId).map(({ id }) => ({ value: id, label: nameOf(id) })),
            ]}
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
          <Text role="status" size="sm" {...(cycle ? { c: "var(--mantine-color-error)" } : {})}>
            {chosen === "" ? "" : told}
          </Text>
          <FaultAlert error={link.error} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t("common:cancel")}
            </Button>
            <Button type="submit" disabled={chosen === "" || cycle !== null || isTaken} loading={link.isPending}>
              {t("gantt:addLink")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

import { Button, Group, NativeSelect, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { LinkEffect } from "#client/features/plan/link-effect.tsx";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import type { PlanTask, ProjectPlan } from "#shared/features/plan/plan.ts";
import { followShift } from "#shared/features/plan/schedule-rules.ts";

/** Lets the task wait for another one; every task that this moves is listed before it is saved, and moves with it. */
export function LinkAddForm({ plan, task }: { plan: ProjectPlan; task: PlanTask }) {
  const { t } = useTranslation();
  const [predecessorId, setPredecessor] = useState("");
  const [lag, setLag] = useState("0");
  const link = useMutation(trpc.task.link.mutationOptions());
  const linked = new Set(
    plan.links.filter(({ successorId }) => successorId === task.id).map((each) => each.predecessorId),
  );
  const options = plan.tasks
    .filter(({ id }) => id !== task.id && !linked.has(id))
    .map(({ id, code, title }) => ({ value: id, label: `${code} ${title}` }));
  const lagMonths = Number.isSafeInteger(Number(lag)) && lag !== "" ? Number(lag) : 0;
  const { moves, cycle } = effectOf(plan, { predecessorId, successorId: task.id, lagMonths });
  const versions = new Map(plan.tasks.map(({ id, version }) => [id, version]));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const places = moves.map((place) => ({ ...place, version: versions.get(place.id) ?? 1 }));
    link.mutate({ predecessorId, successorId: task.id, lagMonths, moves: places });
  };
  return (
    <form onSubmit={submit}>
      <Group align="end">
        <NativeSelect
          label={t("plan:links.add")}
          value={predecessorId}
          onChange={(event) => setPredecessor(event.currentTarget.value)}
          data={[{ value: "", label: t("plan:links.choose") }, ...options]}
          style={{ flex: "1 1 14rem" }}
        />
        <TextInput
          label={t("plan:links.lagField")}
          type="number"
          min={-500}
          max={500}
          value={lag}
          onChange={(event) => setLag(event.currentTarget.value)}
          w={110}
        />
      </Group>
      <LinkEffect plan={plan} moves={moves} cycle={cycle} />
      <FaultAlert error={link.error} />
      <Group justify="flex-end" mt="md">
        <Button type="submit" disabled={predecessorId === "" || cycle !== null} loading={link.isPending}>
          {t("plan:links.save")}
        </Button>
      </Group>
    </form>
  );
}

type NewLink = { predecessorId: string; successorId: string; lagMonths: number };

/** What a new link would push: the predecessor stays where it is, and everything behind it follows. */
function effectOf(plan: ProjectPlan, added: NewLink) {
  const first = plan.tasks.find(({ id }) => id === added.predecessorId);
  if (!first) return { moves: [], cycle: null };
  const { id, startMonth, endMonth } = first;
  const place = startMonth === null || endMonth === null ? [] : [{ id, startMonth, endMonth }];
  // Other followers of the predecessor that are too early already stay: this act is about the new link alone.
  const links = [added, ...plan.links.filter((each) => each.predecessorId !== id)];
  const { cycle } = followShift({ tasks: plan.tasks, links: [added, ...plan.links] }, []);
  return cycle === null ? followShift({ tasks: plan.tasks, links }, place) : { moves: [], cycle };
}

import { Button, Group, NativeSelect, SimpleGrid, Stack, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { usePlanCreate } from "#client/features/plan/use-plan-create.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { deliverableTypes } from "#shared/features/deliverables/deliverable-words.ts";
import type { ProjectPlan } from "#shared/features/plan/plan.ts";

type Props = { plan: ProjectPlan; kind: "task" | "deliverable"; onDone: (id: string) => void };

/** A new task or deliverable: stream and title are enough. */
export function PlanCreateForm({ plan, kind, onDone }: Props) {
  const { t } = useTranslation();
  const { create, field, submit } = usePlanCreate({ plan, kind, onDone });
  const leads = plan.participants.map(({ id, number, name }) => ({ value: id, label: `${number} · ${name}` }));
  const months = { type: "number", min: 1, max: 999 } as const;
  return (
    <form onSubmit={submit}>
      <Stack>
        <NativeSelect
          {...field("streamId")}
          data={plan.streams.map(({ id, code, title }) => ({ value: id, label: `${code} ${title}` }))}
        />
        <TextInput {...field("title")} required maxLength={300} data-autofocus />
        <NativeSelect {...field("leadParticipantId")} data={[{ value: "", label: t("common:notSet") }, ...leads]} />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          {kind === "task" ? (
            <>
              <TextInput {...field("startMonth")} {...months} />
              <TextInput {...field("endMonth")} {...months} />
            </>
          ) : (
            <>
              <TextInput {...field("dueMonth")} {...months} />
              <NativeSelect
                {...field("type")}
                data={deliverableTypes.map((value) => ({ value, label: t(`plan:type.${value}`) }))}
              />
            </>
          )}
        </SimpleGrid>
        <FaultAlert error={create.error} />
        <Group justify="flex-end">
          <Button type="submit" loading={create.isPending}>
            {t("plan:create.submit")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

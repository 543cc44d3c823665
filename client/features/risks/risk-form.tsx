import { Button, Group, Stack, Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { RiskPlanFields } from "#client/features/risks/risk-plan-fields.tsx";
import { fieldTexts } from "#client/lib/fault-text.ts";
import { useSeenVersion } from "#client/lib/use-seen-version.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import type { RiskList, RiskRow } from "#shared/features/risks/risk.ts";

type Props = { projectId: string; list: RiskList; row?: RiskRow; onDone: () => void };

const blank = {
  title: "",
  description: "",
  likelihood: "M",
  severity: "M",
  streamIds: [],
  ownerParticipantId: null,
  mitigation: "",
} as const satisfies Partial<RiskRow>;

type Fields = Pick<RiskRow, keyof typeof blank>;

/** A new risk, or one that is changed; its owner alone gets what is done against it. */
export function RiskForm({ projectId, list, row, onDone }: Props) {
  const { t } = useTranslation();
  const [fields, setFields] = useState<Fields>(() => fieldsOf(row ?? { ...blank, streamIds: [] }));
  const seen = useSeenVersion(row?.version ?? 1);
  const create = useMutation(trpc.risk.create.mutationOptions({ onSuccess: onDone }));
  const revise = useMutation(trpc.risk.revise.mutationOptions({ onSuccess: onDone, onError: seen.learn }));
  const error = create.error ?? revise.error;
  const texts = fieldTexts(error, t);
  const set = (part: Partial<Fields>) => setFields((former) => ({ ...former, ...part }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!row) create.mutate({ projectId, ...fields });
    else revise.mutate({ id: row.id, version: seen.version, patch: changedOf(fieldsOf(row), fields) });
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        {list.mayPlan ? <RiskPlanFields list={list} fields={fields} texts={texts} onChange={set} /> : null}
        <Textarea
          autosize
          minRows={2}
          label={t("risks:mitigation")}
          value={fields.mitigation}
          onChange={(event) => set({ mitigation: event.currentTarget.value })}
          maxLength={4000}
        />
        <FaultAlert error={error} />
        <Group justify="flex-end">
          <Button type="submit" loading={create.isPending || revise.isPending}>
            {row ? t("common:save") : t("risks:create.submit")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function fieldsOf({
  title,
  description,
  likelihood,
  severity,
  streamIds,
  ownerParticipantId,
  mitigation,
}: Fields): Fields {
  return { title, description, likelihood, severity, streamIds: [...streamIds], ownerParticipantId, mitigation };
}

/** Only what the person changed, so that nothing of others is overwritten. */
function changedOf(before: Fields, after: Fields): Partial<Fields> {
  const names = Object.keys(after) as (keyof Fields)[];
  const changed = names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  return Object.fromEntries(changed.map((name) => [name, after[name]]));
}

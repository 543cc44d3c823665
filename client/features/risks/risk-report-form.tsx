import { Button, Group, NativeSelect, Stack, Text, Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { RiskLevelField } from "#client/features/risks/risk-level-field.tsx";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { riskStates } from "#shared/features/risks/risk-words.ts";
import type { RiskList, RiskRow } from "#shared/features/risks/risk.ts";

type Props = { row: RiskRow; periods: RiskList["periods"]; onDone: () => void };

/** How a risk stands in a period; begins with the first open one. */
export function RiskReportForm({ row, periods, onDone }: Props) {
  const { t } = useTranslation();
  const first = periods.find(({ locked }) => !locked) ?? periods[0];
  const [periodId, setPeriodId] = useState(first?.id ?? "");
  const [told, setTold] = useState(() => toldOf(row, first?.id ?? ""));
  const report = useMutation(trpc.risk.report.mutationOptions({ onSuccess: onDone }));
  const isLocked = periods.find(({ id }) => id === periodId)?.locked !== false;
  const choose = (id: string) => {
    setPeriodId(id);
    setTold(toldOf(row, id));
  };
  const set = (part: Partial<typeof told>) => setTold((former) => ({ ...former, ...part }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    report.mutate({ id: row.id, periodId, ...told });
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text>{row.title}</Text>
        <NativeSelect
          label={t("risks:report.period")}
          value={periodId}
          data={periods.map(({ id, number }) => ({ value: id, label: t("risks:period", { number }) }))}
          onChange={(event) => choose(event.currentTarget.value)}
          description={isLocked ? t("risks:report.locked") : undefined}
        />
        <NativeSelect
          label={t("risks:stateTitle")}
          value={told.state}
          data={riskStates.map((value) => ({ value, label: t(`risks:state.${value}`) }))}
          onChange={(event) =>
            set({ state: riskStates.find((value) => value === event.currentTarget.value) ?? told.state })
          }
        />
        <Group grow>
          <RiskLevelField
            label={t("risks:likelihood")}
            value={told.likelihood}
            onChange={(likelihood) => set({ likelihood })}
          />
          <RiskLevelField
            label={t("risks:severity")}
            value={told.severity}
            onChange={(severity) => set({ severity })}
          />
        </Group>
        <Textarea
          autosize
          minRows={2}
          label={t("risks:report.note")}
          value={told.note}
          onChange={(event) => set({ note: event.currentTarget.value })}
          maxLength={2000}
        />
        <FaultAlert error={report.error} />
        <Group justify="flex-end">
          <Button type="submit" loading={report.isPending} disabled={isLocked}>
            {t("risks:report.submit")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function toldOf(row: RiskRow, periodId: string) {
  const found = row.reports.find((each) => each.periodId === periodId);
  const { state, likelihood, severity } = found ?? row.present;
  return { version: found?.version ?? null, state: state ?? "open", likelihood, severity, note: found?.note ?? "" };
}

import { Button, Group, NativeSelect, Stack, Text, Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { RiskLevelField } from "#client/features/risks/risk-level-field.tsx";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { type RiskState, riskStates } from "#shared/features/risks/risk-words.ts";
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
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        report.mutate({ id: row.id, periodId, ...told });
      }}
    >
      <Stack>
        <Text>{row.title}</Text>
        <NativeSelect
          label={t("risks:report.period")}
          value={periodId}
          data={periods.map(({ id, number }) => ({ value: id, label: t("risks:period", { number }) }))}
          onChange={(event) => choose(event.currentTarget.value)}
          description={isLocked ? t("risks:report.locked") : undefined}
        />
        <RiskStateField value={told.state} onChange={(state) => set({ state })} />
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

function RiskStateField({ value, onChange }: { value: RiskState; onChange: (state: RiskState) => void }) {
  const { t } = useTranslation();
  return (
    <NativeSelect
      label={t("risks:stateTitle")}
      value={value}
      data={riskStates.map((state) => ({ value: state, label: t(`risks:state.${state}`) }))}
      onChange={(event) => onChange(riskStates.find((state) => state === event.currentTarget.value) ?? value)}
    />
  );
}

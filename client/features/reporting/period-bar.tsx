import { NativeSelect } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { EarlierLockButton } from "#client/features/reporting/earlier-lock-button.tsx";
import { PeriodLockButton } from "#client/features/reporting/period-lock-button.tsx";
import classes from "#client/features/reporting/report-card.module.css";
import { useFormat } from "#client/lib/use-format.ts";
import { InlineField } from "#client/ui/inline-field.tsx";
import { StateBadge } from "#client/ui/state-badge.tsx";
import type { PeriodList, PeriodRow } from "#shared/features/reporting/period.ts";

type Props = { projectId: string; periods: PeriodList; period: PeriodRow; onChoose: (periodId: string) => void };

/** Which period is on screen, until when its reports are due, and whether it still takes any. */
export function PeriodBar({ projectId, periods, period, onChoose }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const revise = useMutation(trpc.period.revise.mutationOptions());
  const isLocked = period.lockedAt !== null;
  const rangeOf = ({ number, startMonth, endMonth, startsOn, endsOn }: PeriodRow) =>
    `${t("reporting:periodNumber", { number })}: ${startsOn !== null && endsOn !== null ? `${format.month(startsOn)} – ${format.month(endsOn)}` : t("contributions:monthsRange", { from: startMonth, to: endMonth })}`;
  return (
    <div className={classes["period"]}>
      <NativeSelect
        label={t("reporting:period")}
        value={period.id}
        onChange={(event) => onChoose(event.currentTarget.value)}
        data={periods.rows.map((row) => ({ value: row.id, label: rangeOf(row) }))}
      />
      <InlineField
        label={t("reporting:dueOn")}
        name="dueOn"
        variant="date"
        value={period.dueOn}
        canEdit={periods.may.plan}
        onSave={(dueOn, present) =>
          revise.mutateAsync({
            id: period.id,
            version: present?.version ?? period.version,
            patch: { dueOn: dueOn ?? period.dueOn },
          })
        }
      />
      {isLocked ? <StateBadge tone="idle">{t("reporting:locked")}</StateBadge> : null}
      {periods.may.lock ? (
        <>
          <PeriodLockButton key={period.id} period={period} />
          <EarlierLockButton
            projectId={projectId}
            earlier={periods.rows.filter(({ number }) => number < period.number)}
          />
        </>
      ) : null}
    </div>
  );
}

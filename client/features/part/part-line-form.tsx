import { Button } from "@mantine/core";
import { IconWand } from "@tabler/icons-react";
import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { PartConflict } from "#client/features/part/part-conflict.tsx";
import { PartEvidencePanel } from "#client/features/part/part-evidence-panel.tsx";
import { partReports } from "#client/features/part/part-reports.ts";
import partClasses from "#client/features/part/part.module.css";
import type { PartSync, PartView } from "#client/features/part/part-sync.ts";
import type { ReportDraft } from "#client/features/reporting/report-draft.ts";
import classes from "#client/features/reporting/report-card.module.css";
import { ReportFields } from "#client/features/reporting/report-fields.tsx";
import { SavedState } from "#client/features/reporting/saved-state.tsx";
import { fieldTexts } from "#client/lib/fault-text.ts";
import { minorPlaces } from "#client/lib/format.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import type { Part } from "#shared/features/part/part.ts";
import type { TodoItem } from "#shared/features/reporting/update.ts";
import { formatScaled } from "#shared/scaled.ts";

type Props = { item: TodoItem; part: Part; draft: ReportDraft; sync: PartSync; view: PartView };

/** Writes the report of a line: every key stays on the device, and goes to the server when it can be reached. */
export function PartLineForm({ item, part, draft, sync, view }: Props) {
  const { t } = useTranslation();
  const typed = useSyncExternalStore(draft.subscribe, draft.view);
  const { contributionId, kind, planned } = item;
  const places = minorPlaces(part.currency);
  const refusal = typed.error ?? view.refusals[contributionId] ?? null;
  const error = partReports.isOutOfReach(refusal) ? null : refusal;
  const unreadable = Object.fromEntries(typed.unreadable.map((name) => [name, t("faults:NUMBER_FORM")]));
  const effort = kind === "effort" ? { deliveredPmHundredths: formatScaled(planned.pmHundredths, 2) } : {};
  const value = item.valueCents === null ? {} : { deliveredCents: formatScaled(planned.cents, places) };
  const plan = { ...effort, ...value };
  const isEmpty = typed.text.deliveredPmHundredths === "" && typed.text.deliveredCents === "";
  const asPlanned =
    isEmpty && Object.keys(plan).length > 0 ? (
      <Button variant="light" leftSection={<IconWand size={17} aria-hidden="true" />} onClick={() => draft.put(plan)}>
        {t("reporting:asPlanned")}
      </Button>
    ) : null;
  return (
    <>
      <ReportFields
        item={item}
        currency={part.currency}
        lateSince={partReports.isLate(item, part) ? part.period.dueOn : null}
        text={typed.text}
        faults={{ ...fieldTexts(error, t), ...unreadable }}
        onChange={draft.put}
        onLeave={() => void draft.flush()}
      />
      <PartEvidencePanel draft={draft} sync={sync} view={view} />
      {typed.conflict === null ? null : (
        <PartConflict item={item} theirs={typed.conflict} draft={draft} currency={part.currency} />
      )}
      <FaultAlert error={error} />
      <div className={partClasses["lineFoot"]}>
        {view.isOffline && typed.state !== "saved" ? (
          <span className={classes["saved"]}>{t("part:keptHere")}</span>
        ) : (
          <SavedState view={typed} />
        )}
        {view.queue.includes(contributionId) ? (
          <Button variant="default" onClick={() => sync.holdBack(contributionId)}>
            {t("part:holdBack")}
          </Button>
        ) : (
          asPlanned
        )}
      </div>
    </>
  );
}

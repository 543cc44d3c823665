import { Button, Group } from "@mantine/core";
import { IconWand } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { EvidencePanel } from "#client/features/reporting/evidence-panel.tsx";
import classes from "#client/features/reporting/report-card.module.css";
import { ReportFields } from "#client/features/reporting/report-fields.tsx";
import { SavedState } from "#client/features/reporting/saved-state.tsx";
import type { ReportTerms } from "#client/features/reporting/report-terms.ts";
import { useReportDraft } from "#client/features/reporting/use-report-draft.ts";
import { fieldTexts } from "#client/lib/fault-text.ts";
import { minorPlaces } from "#client/lib/format.ts";
import { useNow } from "#client/lib/use-now.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { formatScaled } from "#shared/scaled.ts";
import { needsLateReason } from "#shared/features/reporting/request-rules.ts";
import type { TodoItem } from "#shared/features/reporting/update.ts";

type Props = { item: TodoItem; todo: ReportTerms };

/** Writes the report of a line: saves itself, fills in the plan on demand, and is handed in when it is ready. */
export function ReportForm({ item, todo }: Props) {
  const { t } = useTranslation();
  const now = useNow();
  const { periodId, currency, dueOn, timeZone } = todo;
  const handedIn = { state: item.update?.state ?? "draft", submittedAt: item.update?.submittedAt ?? null };
  const places = minorPlaces(currency);
  const { draft, view, handIn, isHandingIn, error } = useReportDraft(item, periodId, places);
  const unreadable = Object.fromEntries(view.unreadable.map((name) => [name, t("faults:NUMBER_FORM")]));
  const effort = item.kind === "effort" ? { deliveredPmHundredths: formatScaled(item.planned.pmHundredths, 2) } : {};
  const value = item.valueCents === null ? {} : { deliveredCents: formatScaled(item.planned.cents, places) };
  const isEmpty = view.text.deliveredPmHundredths === "" && view.text.deliveredCents === "";
  return (
    <>
      <ReportFields
        item={item}
        currency={currency}
        lateSince={needsLateReason(handedIn, dueOn, now, timeZone) ? dueOn : null}
        text={view.text}
        faults={{ ...fieldTexts(error, t), ...unreadable }}
        onChange={draft.put}
        onLeave={() => void draft.flush()}
      />
      <EvidencePanel updateId={item.update?.id ?? null} begin={draft.begin} />
      {view.conflict === null ? null : (
        <div role="alert" className={classes["notice"]}>
          <p>{t("faults:STALE")}</p>
          <p className={classes["theirs"]}>{view.conflict.text}</p>
          <Group gap="xs">
            <Button size="xs" onClick={draft.keepMine}>
              {t("ui:field.keepMine")}
            </Button>
            <Button size="xs" variant="default" onClick={draft.takeTheirs}>
              {t("ui:field.takeTheirs")}
            </Button>
          </Group>
        </div>
      )}
      <FaultAlert error={error} />
      <footer className={classes["foot"]}>
        <SavedState view={view} />
        <Group gap="xs">
          {isEmpty && Object.keys({ ...effort, ...value }).length > 0 ? (
            <Button
              variant="default"
              leftSection={<IconWand size={17} aria-hidden="true" />}
              onClick={() => draft.put({ ...effort, ...value })}
            >
              {t("reporting:asPlanned")}
            </Button>
          ) : null}
          <Button onClick={() => void handIn()} loading={isHandingIn}>
            {t("reporting:submit")}
          </Button>
        </Group>
      </footer>
    </>
  );
}

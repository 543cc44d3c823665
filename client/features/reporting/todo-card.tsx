import { Button, Group } from "@mantine/core";
import { IconCheck, IconWand } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { ReportFields } from "#client/features/reporting/report-fields.tsx";
import { ReviewNote } from "#client/features/reporting/review-note.tsx";
import { ReportSummary } from "#client/features/reporting/report-summary.tsx";
import classes from "#client/features/reporting/report-card.module.css";
import { updateTones } from "#client/features/reporting/update-tones.ts";
import { useReportDraft } from "#client/features/reporting/use-report-draft.ts";
import { fieldTexts } from "#client/lib/fault-text.ts";
import { minorPlaces } from "#client/lib/format.ts";
import { useFormat } from "#client/lib/use-format.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { RelativeTime } from "#client/ui/relative-time.tsx";
import { StateBadge } from "#client/ui/state-badge.tsx";
import type { TodoItem } from "#shared/features/reporting/update.ts";
import { formatScaled } from "#shared/scaled.ts";

type Props = { item: TodoItem; periodId: string; currency: string };

/** The report of one own line: figures and text that save themselves, and the button that hands them in. */
export function TodoCard({ item, periodId, currency }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const places = minorPlaces(currency);
  const draft = useReportDraft(item, periodId, places);
  const state = item.update?.state ?? "draft";
  const faults = {
    ...fieldTexts(draft.error, t),
    ...Object.fromEntries(draft.unreadable.map((name) => [name, t("faults:NUMBER_FORM")])),
  };
  const asPlanned = () =>
    draft.put({
      ...(item.kind === "effort" ? { deliveredPmHundredths: formatScaled(item.planned.pmHundredths, 2) } : {}),
      ...(item.valueCents === null ? {} : { deliveredCents: formatScaled(item.planned.cents, places) }),
    });
  const isPlannable =
    (item.kind === "effort" && draft.text.deliveredPmHundredths === "") ||
    (item.kind !== "effort" && draft.text.deliveredCents === "" && item.valueCents !== null);
  return (
    <article className={classes["card"]} aria-label={item.title}>
      <header className={classes["head"]}>
        <div>
          <h3>{item.title}</h3>
          <p>
            {item.streamCode === null ? null : <span>{item.streamCode}</span>}
            <span>{t(`contributions:kind.${item.kind}`)}</span>
            {item.valueCents === null ? null : (
              <span>{t("reporting:agreedAmount", { amount: format.money(item.valueCents, currency) })}</span>
            )}
            {item.before.cents + item.before.pmHundredths === 0 ? null : (
              <span>
                {t("reporting:before", {
                  amount:
                    item.kind === "effort"
                      ? format.effort(item.before.pmHundredths)
                      : format.money(item.before.cents, currency),
                })}
              </span>
            )}
          </p>
        </div>
        <StateBadge tone={updateTones[state]}>
          {item.update === null ? t("reporting:state.missing") : t(`reporting:state.${state}`)}
        </StateBadge>
      </header>
      {state === "returned" && item.update !== null ? (
        <ReviewNote note={item.update.reviewNote} byName={item.update.reviewedByName} />
      ) : null}
      {item.mayWrite ? (
        <>
          <ReportFields
            item={item}
            currency={currency}
            text={draft.text}
            faults={faults}
            onChange={draft.put}
            onLeave={() => void draft.leave()}
          />
          {draft.conflict === null ? null : (
            <div role="alert" className={classes["notice"]}>
              <p>{t("faults:STALE")}</p>
              <p className={classes["theirs"]}>{draft.conflict.text}</p>
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
          <FaultAlert error={draft.error} />
          <footer className={classes["foot"]}>
            <span role="status" className={classes["saved"]} data-state={draft.state}>
              {draft.state === "saving" ? (
                t("ui:field.saving")
              ) : draft.state === "typing" ? (
                t("reporting:notSavedYet")
              ) : draft.savedAt === null ? null : (
                <>
                  <IconCheck size={15} aria-hidden="true" /> {t("common:saved")} <RelativeTime at={draft.savedAt} />
                </>
              )}
            </span>
            <Group gap="xs">
              {isPlannable ? (
                <Button variant="default" leftSection={<IconWand size={17} aria-hidden="true" />} onClick={asPlanned}>
                  {t("reporting:asPlanned")}
                </Button>
              ) : null}
              <Button onClick={() => void draft.submit()} loading={draft.isSubmitting}>
                {t("reporting:submit")}
              </Button>
            </Group>
          </footer>
        </>
      ) : item.update === null ? (
        <p className={classes["quiet"]}>{t("reporting:nothingHandedIn")}</p>
      ) : (
        <ReportSummary report={item.update} unit={item.unit} currency={currency} />
      )}
    </article>
  );
}

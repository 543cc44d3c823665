import { Checkbox } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { EvidenceList } from "#client/features/reporting/evidence-list.tsx";
import classes from "#client/features/reporting/report-card.module.css";
import { ReportSummary } from "#client/features/reporting/report-summary.tsx";
import { ReportTalk } from "#client/features/reporting/report-talk.tsx";
import { ReviewForm } from "#client/features/reporting/review-form.tsx";
import { ReviewNote } from "#client/features/reporting/review-note.tsx";
import { updateTones } from "#client/features/reporting/update-tones.ts";
import { useFormat } from "#client/lib/use-format.ts";
import { RelativeTime } from "#client/ui/relative-time.tsx";
import { StateBadge } from "#client/ui/state-badge.tsx";
import type { UpdateRow } from "#shared/features/reporting/update.ts";

type Props = { update: UpdateRow; currency: string; isChosen: boolean; onChoose: (isChosen: boolean) => void };

/** A report that was handed in: what it says against what was agreed, and the coordinator's answer. */
export function ReviewCard({ update, currency, isChosen, onChoose }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { before, effortPmHundredths, valueCents } = update;
  const delivered =
    update.kind === "effort" ? format.effort(before.pmHundredths) : format.money(before.cents, currency);
  const agreed = [
    effortPmHundredths === null ? null : format.effort(effortPmHundredths),
    valueCents === null ? null : format.money(valueCents, currency),
  ].filter((part) => part !== null);
  const facts = [
    update.memberName,
    update.streamCode,
    t("reporting:periodNumber", { number: update.periodNumber }),
    agreed.length === 0 ? null : t("reporting:agreedAmount", { amount: agreed.join(" · ") }),
    t("reporting:before", { amount: delivered }),
    update.submittedByName,
  ].filter((fact) => fact !== null);
  return (
    <article className={classes["card"]} aria-label={`${update.memberName}: ${update.title}`}>
      <header className={classes["head"]}>
        <div className={classes["titles"]}>
          {update.mayReview ? (
            <Checkbox
              mt={4}
              checked={isChosen}
              onChange={(event) => onChoose(event.currentTarget.checked)}
              aria-label={t("contributions:choose", { title: update.title })}
            />
          ) : null}
          <div>
            <h2>{update.title}</h2>
            <p>
              {facts.map((fact) => (
                <span key={fact}>{fact}</span>
              ))}
              {update.submittedAt === null ? null : <RelativeTime at={update.submittedAt} />}
            </p>
          </div>
        </div>
        <StateBadge tone={updateTones[update.state]}>{t(`reporting:state.${update.state}`)}</StateBadge>
      </header>
      <ReportSummary report={update} unit={update.unit} currency={currency} />
      <EvidenceList updateId={update.id} />
      {update.state === "returned" ? <ReviewNote note={update.reviewNote} byName={null} /> : null}
      {update.mayReview ? <ReviewForm updateRef={{ id: update.id, version: update.version }} /> : null}
      <ReportTalk updateId={update.id} />
    </article>
  );
}

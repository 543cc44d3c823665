import { useTranslation } from "react-i18next";
import { EvidenceList } from "#client/features/reporting/evidence-list.tsx";
import classes from "#client/features/reporting/report-card.module.css";
import { TypingScope } from "#client/features/presence/typing-scope.tsx";
import { ReportForm } from "#client/features/reporting/report-form.tsx";
import { ReportSummary } from "#client/features/reporting/report-summary.tsx";
import type { ReportTerms } from "#client/features/reporting/report-terms.ts";
import { ReportTalk } from "#client/features/reporting/report-talk.tsx";
import { ReviewNote } from "#client/features/reporting/review-note.tsx";
import { updateTones } from "#client/features/reporting/update-tones.ts";
import { useFormat } from "#client/lib/use-format.ts";
import { StateBadge } from "#client/ui/state-badge.tsx";
import type { TodoItem } from "#shared/features/reporting/update.ts";

type Props = { item: TodoItem; todo: ReportTerms };

/** One own line in a period: what was agreed and delivered so far, and its report to write or to read. */
export function TodoCard({ item, todo }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { update, before, kind } = item;
  const { currency } = todo;
  const state = update?.state ?? "draft";
  const delivered = kind === "effort" ? format.effort(before.pmHundredths) : format.money(before.cents, currency);
  const facts = [
    item.streamCode,
    t(`contributions:kind.${kind}`),
    item.valueCents === null ? null : t("reporting:agreedAmount", { amount: format.money(item.valueCents, currency) }),
    before.cents + before.pmHundredths === 0 ? null : t("reporting:before", { amount: delivered }),
  ].filter((fact) => fact !== null);
  return (
    <article className={classes["card"]} aria-label={item.title}>
      <header className={classes["head"]}>
        <div>
          <h2>{item.title}</h2>
          <p>
            {facts.map((fact) => (
              <span key={fact}>{fact}</span>
            ))}
          </p>
        </div>
        <StateBadge tone={updateTones[state]}>{t(`reporting:state.${update === null ? "missing" : state}`)}</StateBadge>
      </header>
      {update?.state === "returned" ? <ReviewNote note={update.reviewNote} byName={update.reviewedByName} /> : null}
      {item.mayWrite ? (
        <TypingScope entity="report" entityId={item.contributionId}>
          <ReportForm item={item} todo={todo} />
        </TypingScope>
      ) : null}
      {!item.mayWrite && update === null ? <p className={classes["quiet"]}>{t("reporting:nothingHandedIn")}</p> : null}
      {!item.mayWrite && update !== null ? (
        <>
          <ReportSummary report={update} unit={item.unit} currency={currency} />
          <EvidenceList updateId={update.id} />
        </>
      ) : null}
      {update === null ? null : <ReportTalk updateId={update.id} />}
    </article>
  );
}

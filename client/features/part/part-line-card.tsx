import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { PartLineForm } from "#client/features/part/part-line-form.tsx";
import type { PartSync, PartView } from "#client/features/part/part-sync.ts";
import classes from "#client/features/reporting/report-card.module.css";
import { ReportSummary } from "#client/features/reporting/report-summary.tsx";
import { ReviewNote } from "#client/features/reporting/review-note.tsx";
import { updateTones } from "#client/features/reporting/update-tones.ts";
import { useFormat } from "#client/lib/use-format.ts";
import { StateBadge } from "#client/ui/state-badge.tsx";
import type { Part } from "#shared/features/part/part.ts";
import type { TodoItem } from "#shared/features/reporting/update.ts";

type Props = { item: TodoItem; part: Part; sync: PartSync; view: PartView };

/** One line of the part: what was agreed and delivered so far, and its report to write or to read. */
export function PartLineCard({ item, part, sync, view }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { update, before, kind, contributionId } = item;
  const { currency } = part;
  const state = update?.state ?? "missing";
  const delivered = kind === "effort" ? format.effort(before.pmHundredths) : format.money(before.cents, currency);
  const agreed =
    kind === "effort" ? format.effort(item.effortPmHundredths ?? 0) : format.money(item.valueCents ?? 0, currency);
  const draft = sync.draftOf(contributionId);
  const leftover = sync.leftoverOf(contributionId);
  const facts = [
    t(`contributions:kind.${kind}`),
    t("reporting:agreedAmount", { amount: agreed }),
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
        {view.queue.includes(contributionId) ? (
          <StateBadge tone="waiting">{t("part:queued")}</StateBadge>
        ) : (
          <StateBadge tone={updateTones[update?.state ?? "draft"]}>{t(`reporting:state.${state}`)}</StateBadge>
        )}
      </header>
      {update?.state === "returned" ? <ReviewNote note={update.reviewNote} byName={update.reviewedByName} /> : null}
      {draft === null ? null : <PartLineForm item={item} part={part} draft={draft} sync={sync} view={view} />}
      {draft === null && update !== null ? (
        <ReportSummary report={update} unit={item.unit} currency={currency} />
      ) : null}
      {leftover === null ? null : (
        <div role="alert" className={classes["notice"]}>
          <p>{t("part:leftover")}</p>
          <p className={classes["theirs"]}>{leftover}</p>
          <Button size="xs" variant="default" onClick={() => sync.dropLeftover(contributionId)}>
            {t("part:dropLeftover")}
          </Button>
        </div>
      )}
    </article>
  );
}

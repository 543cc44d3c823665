import { Button, Checkbox, Group, Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import classes from "#client/features/reporting/report-card.module.css";
import { ReportSummary } from "#client/features/reporting/report-summary.tsx";
import { ReviewNote } from "#client/features/reporting/review-note.tsx";
import { updateTones } from "#client/features/reporting/update-tones.ts";
import { fieldTexts } from "#client/lib/fault-text.ts";
import { useFormat } from "#client/lib/use-format.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { RelativeTime } from "#client/ui/relative-time.tsx";
import { StateBadge } from "#client/ui/state-badge.tsx";
import type { UpdateRow } from "#shared/features/reporting/update.ts";

type Props = { update: UpdateRow; currency: string; isChosen: boolean; onChoose: (isChosen: boolean) => void };

/** A report that was handed in: what it says against what was agreed, and the coordinator's answer. */
export function ReviewCard({ update, currency, isChosen, onChoose }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const [note, setNote] = useState<string | null>(null);
  const accept = useMutation(trpc.update.accept.mutationOptions());
  const giveBack = useMutation(trpc.update.return.mutationOptions({ onSuccess: () => setNote(null) }));
  const ref = { id: update.id, version: update.version };
  const agreed = [
    update.effortPmHundredths === null ? null : format.effort(update.effortPmHundredths),
    update.valueCents === null ? null : format.money(update.valueCents, currency),
  ]
    .filter((part) => part !== null)
    .join(" · ");
  const before =
    update.kind === "effort" ? format.effort(update.before.pmHundredths) : format.money(update.before.cents, currency);
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
            <h3>{update.title}</h3>
            <p>
              <span>{update.memberName}</span>
              {update.streamCode === null ? null : <span>{update.streamCode}</span>}
              <span>{t("reporting:periodNumber", { number: update.periodNumber })}</span>
              {agreed === "" ? null : <span>{t("reporting:agreedAmount", { amount: agreed })}</span>}
              <span>{t("reporting:before", { amount: before })}</span>
              {update.submittedAt === null ? null : (
                <span>
                  {update.submittedByName} <RelativeTime at={update.submittedAt} />
                </span>
              )}
            </p>
          </div>
        </div>
        <StateBadge tone={updateTones[update.state]}>{t(`reporting:state.${update.state}`)}</StateBadge>
      </header>
      <ReportSummary report={update} unit={update.unit} currency={currency} />
      {update.state === "returned" && update.reviewNote !== "" ? (
        <ReviewNote note={update.reviewNote} byName={null} />
      ) : null}
      <FaultAlert error={accept.error ?? giveBack.error} />
      {!update.mayReview ? null : note === null ? (
        <Group gap="xs" data-chrome>
          <Button onClick={() => accept.mutate(ref)} loading={accept.isPending}>
            {t("reporting:accept")}
          </Button>
          <Button variant="default" onClick={() => setNote("")}>
            {t("reporting:return")}
          </Button>
        </Group>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            giveBack.mutate({ ...ref, note });
          }}
        >
          <Textarea
            label={t("reporting:note")}
            description={t("reporting:noteHint")}
            required
            autosize
            minRows={2}
            maxRows={8}
            maxLength={4000}
            value={note}
            error={fieldTexts(giveBack.error, t)["note"]}
            onChange={(event) => setNote(event.currentTarget.value)}
            data-autofocus
          />
          <Group gap="xs" mt="xs">
            <Button type="submit" loading={giveBack.isPending} disabled={note.trim() === ""}>
              {t("reporting:returnWithNote")}
            </Button>
            <Button variant="default" onClick={() => setNote(null)}>
              {t("common:cancel")}
            </Button>
          </Group>
        </form>
      )}
    </article>
  );
}

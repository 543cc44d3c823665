import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import classes from "#client/features/streams/stream-card.module.css";
import { StreamMark } from "#client/features/streams/stream-mark.tsx";
import { streamTones } from "#client/features/streams/stream-tones.ts";
import { TrlLadderChart } from "#client/features/streams/trl-ladder-chart.tsx";
import { MoneyText } from "#client/ui/money-text.tsx";
import { StateBadge } from "#client/ui/state-badge.tsx";
import type { StreamRow } from "#shared/features/streams/stream.ts";

type Props = { projectId: string; stream: StreamRow; agreedCents: number | null; currency: string };

/** A stream at a glance: what it is called, who leads it, how far its technology is, and what is agreed for it. */
export function StreamCard({ projectId, stream, agreedCents, currency }: Props) {
  const { t } = useTranslation();
  const { id: streamId, code, colour, pattern, title, leadName, state } = stream;
  return (
    <article className={classes["card"]} aria-labelledby={`stream-${streamId}`}>
      <header className={classes["head"]}>
        <StreamMark code={code} colour={colour} pattern={pattern} />
        <StateBadge tone={streamTones[state]}>{t(`streams:state.${state}`)}</StateBadge>
      </header>
      <h3 id={`stream-${streamId}`} className={classes["title"]}>
        <Link
          to="/projects/$projectId/streams/$streamId"
          params={{ projectId, streamId }}
          className={classes["link"] ?? ""}
        >
          {title}
        </Link>
      </h3>
      <p className={classes["lead"]} data-missing={leadName === null || undefined}>
        {leadName === null ? t("streams:warning.NO_LEAD") : t("streams:ledBy", { name: leadName })}
      </p>
      <TrlLadderChart start={stream.trlStart} now={stream.trlNow} target={stream.trlTarget} />
      <p className={classes["value"]}>
        <span>{t("projects:agreed")}</span>{" "}
        <MoneyText cents={agreedCents ?? "confidential"} currency={currency} isShort />
      </p>
    </article>
  );
}

import { useTranslation } from "react-i18next";
import { StreamField } from "#client/features/streams/stream-field.tsx";
import { StreamLookField } from "#client/features/streams/stream-look-field.tsx";
import classes from "#client/features/streams/stream-page.module.css";
import { PagePanel } from "#client/ui/page-panel.tsx";
import type { StreamDetail } from "#shared/features/streams/stream.ts";

const facts = [
  "code",
  "kind",
  "state",
  "leadParticipantId",
  "startMonth",
  "endMonth",
  "trlStart",
  "trlNow",
  "trlTarget",
] as const;

/** The facts of a stream; each is edited where it stands. */
export function StreamFieldsPanel({ stream }: { stream: StreamDetail }) {
  const { t } = useTranslation();
  return (
    <PagePanel title={t("streams:facts")}>
      <div className={classes["name"]}>
        <StreamField stream={stream} name="title" />
      </div>
      <div className={classes["facts"]}>
        {facts.map((name) => (
          <StreamField key={name} stream={stream} name={name} />
        ))}
        <StreamLookField stream={stream} />
      </div>
      <StreamField stream={stream} name="description" />
    </PagePanel>
  );
}

import { Button } from "@mantine/core";
import { IconSend } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { partReports } from "#client/features/part/part-reports.ts";
import type { PartSync, PartView } from "#client/features/part/part-sync.ts";
import classes from "#client/features/part/part.module.css";
import type { Part } from "#shared/features/part/part.ts";

type Props = { part: Part; sync: PartSync; view: PartView };

/** How far the part is, and handing in all that is ready; without a network it waits and goes by itself. */
export function PartHandInBar({ part, sync, view }: Props) {
  const { t } = useTranslation();
  const [isBusy, setBusy] = useState(false);
  const open = part.items.filter(({ mayWrite }) => mayWrite);
  const ready = open.filter((item) => {
    const draft = sync.draftOf(item.contributionId)?.view();
    if (!draft || draft.conflict !== null) return false;
    return partReports.isReady(item, part, draft.text);
  });
  const fresh = ready.filter(({ contributionId }) => !view.queue.includes(contributionId));
  const done = part.items.length - open.length;
  async function handIn() {
    setBusy(true);
    await sync.handIn(fresh.map(({ contributionId }) => contributionId));
    setBusy(false);
  }
  return (
    <div className={classes["bar"]}>
      <div className={classes["barText"]} role="status">
        <span>{t("part:ready", { ready: ready.length, open: open.length })}</span>
        {done === 0 ? null : <span className={classes["quiet"]}>{t("part:doneCount", { count: done })}</span>}
        {view.queue.length === 0 ? null : <span>{t("part:queuedCount", { count: view.queue.length })}</span>}
      </div>
      <Button
        size="md"
        leftSection={<IconSend size={18} aria-hidden="true" />}
        disabled={fresh.length === 0}
        loading={isBusy && !view.isOffline}
        onClick={() => void handIn()}
      >
        {fresh.length === 0 ? t("reporting:submit") : t("part:handIn", { count: fresh.length })}
      </Button>
    </div>
  );
}

import { Button, Group } from "@mantine/core";
import { IconShieldCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useHistoryWalk } from "#client/features/audit/use-history-walk.ts";
import { useFormat } from "#client/lib/use-format.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { PagePanel } from "#client/ui/page-panel.tsx";
import { PercentBar } from "#client/ui/percent-bar.tsx";
import { StateBadge } from "#client/ui/state-badge.tsx";
import classes from "#client/features/audit/audit.module.css";

/** Walks the chain of hashes over every change and says whether all of them are as they were written. */
export function HistoryCheckPanel() {
  const { t } = useTranslation();
  const format = useFormat();
  const { part, isWalking, error, start } = useHistoryWalk();
  const isSound = part?.isDone === true && part.flaw === null;
  return (
    <PagePanel title={t("audit:chain.title")} description={t("audit:chain.text")}>
      <FaultAlert error={error} onRetry={() => void start()} />
      <Group gap="md">
        <Button
          variant="default"
          leftSection={<IconShieldCheck size={17} aria-hidden="true" />}
          loading={isWalking}
          onClick={() => void start()}
        >
          {t("audit:chain.verify")}
        </Button>
        {part && isWalking && part.total > 0 ? (
          <PercentBar label={t("audit:chain.title")} basisPoints={Math.round((part.seq * 10_000) / part.total)} />
        ) : null}
        <div role="status">
          {isSound ? <StateBadge tone="good">{t("audit:chain.sound")}</StateBadge> : null}
          {part?.flaw ? <StateBadge tone="bad">{t("audit:chain.broken")}</StateBadge> : null}
        </div>
      </Group>
      {isSound ? (
        <p className={classes["verdict"]}>
          {t("audit:chain.count", { count: part.seq, changes: format.count(part.seq) })}{" "}
          <code className={classes["head"]}>{part.head}</code>
        </p>
      ) : null}
      {part?.flaw ? (
        <p className={classes["verdict"]}>
          {t(`audit:chain.flaws.${part.flaw.kind}`, { seq: format.count(part.flaw.seq) })}
        </p>
      ) : null}
    </PagePanel>
  );
}

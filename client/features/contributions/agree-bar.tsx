import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import classes from "#client/features/contributions/agree-bar.module.css";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import type { ContributionRow } from "#shared/features/contributions/contribution-views.ts";

type Props = {
  projectId: string;
  rows: readonly ContributionRow[];
  chosen: ReadonlySet<string>;
  onChoose: (ids: ReadonlySet<string>) => void;
};

/** Agrees to many lines at once and says which of them had moved on meanwhile. */
export function AgreeBar({ projectId, rows, chosen, onChoose }: Props) {
  const { t } = useTranslation();
  const agree = useMutation(trpc.contribution.agreeMany.mutationOptions({ onSuccess: () => onChoose(new Set()) }));
  const waiting = rows.filter(({ mayAgree }) => mayAgree);
  const lines = waiting.filter(({ id }) => chosen.has(id)).map(({ id, version }) => ({ id, version }));
  const refused = agree.data ? agree.data.results.filter(({ appCode }) => appCode !== null).length : 0;
  if (waiting.length === 0 && agree.data === undefined) return null;
  return (
    <div className={classes["bar"]} data-chrome>
      {waiting.length === 0 ? null : (
        <>
          <span role="status">
            {lines.length === 0
              ? t("contributions:waitForYou", { count: waiting.length })
              : t("contributions:chosen", { count: lines.length })}
          </span>
          <Button
            size="xs"
            variant="default"
            onClick={() => onChoose(lines.length === waiting.length ? new Set() : new Set(waiting.map(({ id }) => id)))}
          >
            {t(lines.length === waiting.length ? "contributions:chooseNone" : "contributions:chooseAll")}
          </Button>
          <Button
            size="xs"
            disabled={lines.length === 0}
            loading={agree.isPending}
            onClick={() => agree.mutate({ projectId, lines })}
          >
            {t("contributions:agreeChosen")}
          </Button>
        </>
      )}
      {agree.data === undefined ? null : (
        <span role="status">
          {t("contributions:agreedCount", { count: agree.data.done })}{" "}
          {refused === 0 ? "" : t("contributions:movedOn", { count: refused })}
        </span>
      )}
      <FaultAlert error={agree.error} />
    </div>
  );
}

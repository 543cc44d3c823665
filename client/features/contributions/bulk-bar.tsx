import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "#client/features/contributions/bulk-bar.module.css";
import { BulkButtons } from "#client/features/contributions/bulk-buttons.tsx";
import { BulkDialogs, type BulkQuestion } from "#client/features/contributions/bulk-dialogs.tsx";
import { BulkOutcomeText } from "#client/features/contributions/bulk-outcome-text.tsx";
import { type BulkOutcome, useBulk } from "#client/features/contributions/use-bulk.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import type { ContributionRow } from "#shared/features/contributions/contribution-views.ts";
import type { ItemResults } from "#shared/features/contributions/contribution.ts";

type Props = {
  projectId: string;
  currency: string;
  rows: readonly ContributionRow[];
  /** Lines that something can be done with. */
  choosable: readonly ContributionRow[];
  mayScale: boolean;
  chosen: ReadonlySet<string>;
  onChoose: (ids: ReadonlySet<string>) => void;
};

/** What can be done with many lines at once, for the chosen ones; says afterwards which were refused and why. */
export function BulkBar({ projectId, currency, rows, choosable, mayScale, chosen, onChoose }: Props) {
  const { t } = useTranslation();
  const picked = rows.filter(({ id }) => chosen.has(id));
  const bulk = useBulk(projectId, picked);
  const [asking, setAsking] = useState<BulkQuestion>(null);
  const [outcome, setOutcome] = useState<BulkOutcome | null>(null);
  const [error, setError] = useState<unknown>(null);
  if (choosable.length === 0 && outcome === null) return null;

  const waiting = choosable.filter(({ mayAgree, amendment }) => mayAgree || amendment?.mayAnswer === true).length;
  const hasAll = picked.length === choosable.length;
  async function run(act: () => Promise<ItemResults>) {
    setError(null);
    try {
      setOutcome(await bulk.run(act));
      setAsking(null);
      onChoose(new Set());
    } catch (thrown) {
      setError(thrown);
    }
  }

  return (
    <div className={classes["bar"]} data-chrome>
      {choosable.length === 0 ? null : (
        <>
          <span role="status">
            {picked.length === 0
              ? t("contributions:waitForYou", { count: waiting })
              : t("contributions:chosen", { count: picked.length })}
          </span>
          <Button
            size="xs"
            variant="default"
            onClick={() => onChoose(hasAll ? new Set() : new Set(choosable.map(({ id }) => id)))}
          >
            {t(hasAll ? "contributions:chooseNone" : "contributions:chooseAll")}
          </Button>
        </>
      )}
      <BulkButtons bulk={bulk} mayScale={mayScale} run={(act) => void run(act)} onAsk={setAsking} />
      {outcome === null ? null : <BulkOutcomeText outcome={outcome} />}
      {asking === null ? <FaultAlert error={error} /> : null}
      <BulkDialogs
        asking={asking}
        bulk={bulk}
        currency={currency}
        error={error}
        run={(act) => void run(act)}
        onClose={() => setAsking(null)}
      />
    </div>
  );
}

import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import classes from "#client/features/reporting/report-card.module.css";
import { ReturnBar } from "#client/features/reporting/return-bar.tsx";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import type { UpdateRow } from "#shared/features/reporting/update.ts";

type Props = {
  projectId: string;
  rows: readonly UpdateRow[];
  chosen: ReadonlySet<string>;
  onChoose: (ids: ReadonlySet<string>) => void;
};

/** Accepts or returns many reports at once and says how many it were. */
export function AcceptBar({ projectId, rows, chosen, onChoose }: Props) {
  const { t } = useTranslation();
  const accept = useMutation(trpc.update.acceptMany.mutationOptions({ onSuccess: () => onChoose(new Set()) }));
  const open = rows.filter(({ mayReview }) => mayReview);
  const updates = open.filter(({ id }) => chosen.has(id)).map(({ id, version }) => ({ id, version }));
  const hasAll = updates.length === open.length;
  const toggle = () => onChoose(hasAll ? new Set() : new Set(open.map(({ id }) => id)));
  return (
    <>
      <FaultAlert error={accept.error} />
      {open.length < 2 ? null : (
        <div className={classes["bar"]} data-chrome>
          <Button size="xs" variant="default" onClick={toggle}>
            {t(hasAll ? "contributions:chooseNone" : "contributions:chooseAll")}
          </Button>
          <Button
            size="xs"
            disabled={updates.length === 0}
            loading={accept.isPending}
            onClick={() => accept.mutate({ projectId, updates })}
          >
            {t("reporting:acceptChosen", { count: updates.length })}
          </Button>
          <ReturnBar projectId={projectId} updates={updates} onDone={() => onChoose(new Set())} />
        </div>
      )}
      {accept.data === undefined ? null : (
        <p role="status" className={classes["quiet"]}>
          {t("reporting:acceptedCount", { count: accept.data.done })}
        </p>
      )}
    </>
  );
}

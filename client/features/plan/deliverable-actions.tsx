import { Button, Group, Modal } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { ReasonForm } from "#client/features/plan/reason-form.tsx";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import type { DeliverableDetail } from "#shared/features/deliverables/deliverable.ts";

/** What can be done with a deliverable as it stands: hand it in, accept it, give it back; reasons are asked for where needed. */
export function DeliverableActions({ detail }: { detail: DeliverableDetail }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<"late" | "return" | null>(null);
  const close = () => setAsking(null);
  const submit = useMutation(trpc.deliverable.submit.mutationOptions({ onSuccess: close }));
  const accept = useMutation(trpc.deliverable.accept.mutationOptions());
  const giveBack = useMutation(trpc.deliverable.giveBack.mutationOptions({ onSuccess: close }));
  const { id, version, may } = detail;
  if (!may.submit && !may.review) return null;
  const handIn = () =>
    detail.isOverdue && detail.lateReason.trim() === "" ? setAsking("late") : submit.mutate({ id, version });
  const acting = asking === "return" ? giveBack : submit;
  const send = (text: string) =>
    asking === "return"
      ? giveBack.mutate({ id, version, reviewNote: text })
      : submit.mutate({ id, version, lateReason: text });
  return (
    <>
      <Group>
        {may.submit ? (
          <Button onClick={handIn} loading={submit.isPending}>
            {t("plan:acts.submit")}
          </Button>
        ) : null}
        {may.review ? (
          <>
            <Button onClick={() => accept.mutate({ id, version })} loading={accept.isPending}>
              {t("plan:acts.accept")}
            </Button>
            <Button variant="default" onClick={() => setAsking("return")}>
              {t("plan:acts.giveBack")}
            </Button>
          </>
        ) : null}
      </Group>
      {asking === null ? <FaultAlert error={submit.error ?? accept.error} /> : null}
      <Modal
        opened={asking !== null}
        onClose={close}
        title={t(`plan:reason.${asking ?? "late"}`)}
        closeButtonProps={{ "aria-label": t("common:close") }}
      >
        <ReasonForm
          label={t(asking === "return" ? "plan:reason.note" : "plan:fields.lateReason")}
          action={t(asking === "return" ? "plan:acts.giveBack" : "plan:acts.submit")}
          isBusy={acting.isPending}
          error={acting.error}
          onSend={send}
        />
      </Modal>
    </>
  );
}

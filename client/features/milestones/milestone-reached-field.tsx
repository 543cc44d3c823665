import { Modal } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { MilestoneField } from "#client/features/milestones/milestone-field.tsx";
import { ReasonForm } from "#client/features/plan/reason-form.tsx";
import { saveField } from "#client/lib/save-field.ts";
import type { PresentRow } from "#client/lib/use-inline-edit.ts";
import { DateText } from "#client/ui/date-text.tsx";
import { InlineField } from "#client/ui/inline-field.tsx";
import type { MilestoneRow } from "#shared/features/milestones/milestone.ts";

type Asking = { answer: (reason: string | null) => void };

/** The day a milestone was reached; whoever says that it was late is asked why, and the reason stands below. */
export function MilestoneReachedField({ row, canEdit }: { row: MilestoneRow; canEdit: boolean }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<Asking | null>(null);
  const reach = useMutation(trpc.milestone.reach.mutationOptions());
  const { id, dueOn } = row;
  const saveDay = async (reachedOn: string | null, present?: PresentRow) => {
    const isLate = reachedOn !== null && dueOn !== null && dueOn < reachedOn && row.lateReason === "";
    const reason = isLate ? await new Promise<string | null>((answer) => setAsking({ answer })) : "";
    setAsking(null);
    if (reason === null) return;
    const more = reason === "" ? {} : { lateReason: reason };
    const send = (version: number) => reach.mutateAsync({ id, version, reachedOn, ...more });
    await saveField({ name: "reachedOn", seen: row, present, send });
  };
  return (
    <>
      <InlineField
        name="reachedOn"
        label={t("milestones:reachedOn")}
        isLabelHidden
        canEdit={canEdit}
        variant="date"
        value={row.reachedOn}
        format={writeDay}
        onSave={saveDay}
      />
      {row.lateReason === "" ? null : <MilestoneField row={row} name="lateReason" canEdit={canEdit} />}
      <Modal
        opened={asking !== null}
        onClose={() => asking?.answer(null)}
        title={t("milestones:lateTitle", { name: `M${row.number}` })}
        closeButtonProps={{ "aria-label": t("common:close") }}
      >
        <ReasonForm
          label={t("milestones:lateReason")}
          action={t("common:save")}
          isBusy={false}
          error={null}
          onSend={(text) => asking?.answer(text)}
        />
      </Modal>
    </>
  );
}

// On one line, unlike a date as plain text.
function writeDay(day: string | null) {
  return <DateText day={day} />;
}

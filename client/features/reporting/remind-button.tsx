import { Button } from "@mantine/core";
import { IconBell, IconCheck } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import classes from "#client/features/reporting/report-card.module.css";
import { faultText } from "#client/lib/fault-text.ts";

type Props = { periodId: string; participantId: string; memberName: string };

/** Reminds one member now; what became of it stands in its place. */
export function RemindButton({ periodId, participantId, memberName }: Props) {
  const { t } = useTranslation();
  const remind = useMutation(trpc.period.remind.mutationOptions());
  if (remind.isSuccess)
    return (
      <span role="status" className={classes["saved"]}>
        <IconCheck size={16} aria-hidden="true" />
        {t("reporting:remindedNow")}
      </span>
    );
  return (
    <>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconBell size={16} aria-hidden="true" />}
        loading={remind.isPending}
        aria-label={t("reporting:remindMember", { name: memberName })}
        onClick={() => remind.mutate({ id: periodId, participantIds: [participantId] })}
      >
        {t("reporting:remindNow")}
      </Button>
      {remind.error ? (
        <span role="alert" className={classes["refusal"]}>
          {faultText(remind.error, t)}
        </span>
      ) : null}
    </>
  );
}

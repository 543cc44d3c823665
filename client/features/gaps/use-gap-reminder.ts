import { notifications } from "@mantine/notifications";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { faultText } from "#client/lib/fault-text.ts";
import type { Reminded } from "#shared/features/gaps/gap.ts";

/** Reminds of one gap, or an organisation of all of its gaps; says to how many people it went, or why not. */
export function useGapReminder() {
  const { t } = useTranslation();
  const told = {
    onSuccess: ({ people }: Reminded) => {
      notifications.show({ message: t("gaps:sent", { count: people }) });
    },
    onError: (error: unknown) => {
      notifications.show({ color: "red", message: faultText(error, t) });
    },
  };
  const one = useMutation(trpc.gap.remind.mutationOptions(told));
  const all = useMutation(trpc.gap.remindOwner.mutationOptions(told));
  return { one, all };
}

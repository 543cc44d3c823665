import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { trpc, trpcClient } from "#client/app/trpc.ts";

/**
 * Takes the sample out again and leads home, where the person acts for an organisation of his own: the seats in the
 * sample are gone with it.
 */
export function useRemoveSample() {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async () => {
      const removed = await trpcClient.sample.remove.mutate();
      // Away from the pages of the sample first: what they show cannot be read any more.
      await navigate({ to: "/" });
      return removed;
    },
    onSuccess: async ({ keptOrganisations: count }) => {
      queryClient.removeQueries({ type: "inactive" });
      await queryClient.invalidateQueries(trpc.me.show.queryFilter());
      const { notifications } = await import("@mantine/notifications");
      notifications.show({
        title: t("samples:removed"),
        message: count === 0 ? t("samples:removedText") : t("samples:keptText", { count }),
      });
    },
  });
}

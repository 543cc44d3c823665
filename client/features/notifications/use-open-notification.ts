import { useMutation } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { useSession } from "#client/app/session.ts";
import { trpc } from "#client/app/trpc.ts";
import type { NotificationGroup } from "#shared/features/notifications/notification.ts";

/** Opens what a notification tells of: for the organisation it is told to, and as read from now on. */
export function useOpenNotification(): (group: NotificationGroup) => Promise<void> {
  const router = useRouter();
  const { actingFor, seats } = useSession();
  const actFor = useMutation(trpc.me.actFor.mutationOptions());
  const mark = useMutation(trpc.notification.mark.mutationOptions());
  return async ({ path, organisationId, items }) => {
    const isOther = organisationId !== null && organisationId !== actingFor?.organisationId;
    if (isOther && seats.some((seat) => seat.organisationId === organisationId))
      await actFor.mutateAsync({ organisationId });
    const ids = items.filter(({ isRead }) => !isRead).map(({ id }) => id);
    if (ids.length > 0) mark.mutate({ ids, isRead: true });
    router.history.push(path);
  };
}

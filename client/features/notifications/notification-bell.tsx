import { ActionIcon } from "@mantine/core";
import { IconBell } from "@tabler/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import classes from "#client/features/notifications/notification-bell.module.css";
import { listenToAsides } from "#client/lib/live-asides.ts";
import { Hint } from "#client/ui/hint.tsx";

const askAgainAfter = 60_000;
const mostShown = 99;

/** The way to the notifications, with the number of unread ones; it rings by itself when there is news. */
export function NotificationBell() {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const found = useQuery(trpc.notification.count.queryOptions({}, { refetchInterval: askAgainAfter }));
  useEffect(
    () =>
      listenToAsides((aside) => {
        if (typeof aside === "object" && aside !== null && "news" in aside)
          void queryClient.invalidateQueries(trpc.notification.pathFilter());
      }),
    [queryClient],
  );
  const unread = found.data?.unread ?? 0;
  const label = unread === 0 ? t("notifications:title") : t("notifications:unread", { count: unread });
  return (
    <Hint label={label}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={36}
        component={Link}
        to="/notifications"
        aria-label={label}
        className={classes["bell"] ?? ""}
      >
        <IconBell size={20} stroke={1.7} aria-hidden="true" />
        {unread === 0 ? null : (
          <span className={classes["count"]} aria-hidden="true">
            {unread > mostShown ? `${mostShown}+` : unread}
          </span>
        )}
      </ActionIcon>
    </Hint>
  );
}

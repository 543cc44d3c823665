import { NativeSelect } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { faultText } from "#client/lib/fault-text.ts";
import { notificationLevels } from "#shared/features/notifications/notification-words.ts";

/** How much of the talk in a project one wants to be told. */
export function NotificationLevelSelect({ projectId }: { projectId: string }) {
  const { t } = useTranslation();
  const found = useQuery(trpc.notification.level.queryOptions({ projectId }));
  const choose = useMutation(trpc.notification.choose.mutationOptions());
  const value = choose.isPending ? choose.variables.level : found.data?.level;
  if (value === undefined) return null;
  return (
    <NativeSelect
      size="xs"
      aria-label={t("notifications:level.title")}
      value={value}
      error={choose.error === null ? undefined : faultText(choose.error, t)}
      onChange={(event) => {
        const level = notificationLevels.find((word) => word === event.currentTarget.value);
        if (level !== undefined) choose.mutate({ projectId, level });
      }}
      data={notificationLevels.map((level) => ({ value: level, label: t(`notifications:level.${level}`) }))}
    />
  );
}

import { Button, SegmentedControl } from "@mantine/core";
import { IconChecks } from "@tabler/icons-react";
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { NotificationRow } from "#client/features/notifications/notification-row.tsx";
import classes from "#client/features/notifications/notifications.module.css";
import { useOpenNotification } from "#client/features/notifications/use-open-notification.ts";
import { EmptyState } from "#client/ui/empty-state.tsx";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { Loading } from "#client/ui/loading.tsx";
import { PageHeader } from "#client/ui/page-header.tsx";
import { notificationViews } from "#shared/features/notifications/notification-words.ts";

const page = 100;

/** Everything one was told of, by record; what one may not see any more is not among it. */
export function NotificationListPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const search = useSearch({ from: "/notifications" });
  const show = search.show ?? "inbox";
  const [limit, setLimit] = useState(page);
  const found = useQuery(trpc.notification.list.queryOptions({ show, limit }, { placeholderData: keepPreviousData }));
  const markAll = useMutation(trpc.notification.markAll.mutationOptions());
  const groups = found.data?.groups;
  useOpened(search.open, groups);
  const hasUnread = groups?.some(({ items }) => items.some(({ isRead }) => !isRead)) === true;
  return (
    <>
      <PageHeader
        title={t("notifications:title")}
        description={t("notifications:description")}
        actions={
          <Button
            variant="default"
            leftSection={<IconChecks size={17} aria-hidden="true" />}
            disabled={!hasUnread}
            loading={markAll.isPending}
            onClick={() => markAll.mutate({})}
          >
            {t("notifications:markAll")}
          </Button>
        }
      />
      <SegmentedControl
        className={classes["views"] ?? ""}
        aria-label={t("notifications:views")}
        value={show}
        onChange={(next) => {
          const view = notificationViews.find((word) => word === next);
          void navigate({ to: "/notifications", search: view === "inbox" ? {} : { show: view } });
        }}
        data={notificationViews.map((view) => ({ value: view, label: t(`notifications:view.${view}`) }))}
      />
      <FaultAlert error={found.error} onRetry={() => void found.refetch()} />
      {groups === undefined && found.error === null ? <Loading /> : null}
      {groups?.length === 0 ? (
        <EmptyState kind="nothing-yet" title={t(`notifications:none.${show}`)}>
          {t("notifications:noneText")}
        </EmptyState>
      ) : null}
      <ul className={classes["rows"]} aria-label={t("notifications:title")}>
        {groups?.map((group) => (
          <NotificationRow key={`${group.entity} ${group.entityId} ${group.organisationId ?? ""}`} group={group} />
        ))}
      </ul>
      {found.data?.hasMore ? (
        <Button variant="default" onClick={() => setLimit(Math.min(500, limit + page))} disabled={limit >= 500}>
          {t("notifications:earlier")}
        </Button>
      ) : null}
    </>
  );
}

/** The link of a mail leads straight to what it tells of, as soon as that is known. */
function useOpened(
  id: string | undefined,
  groups: Parameters<ReturnType<typeof useOpenNotification>>[0][] | undefined,
) {
  const open = useOpenNotification();
  const [isDone, setDone] = useState(false);
  const group =
    isDone || id === undefined ? undefined : groups?.find(({ items }) => items.some((item) => item.id === id));
  useEffect(() => {
    if (group === undefined) return;
    setDone(true);
    void open(group);
  }, [group, open]);
}

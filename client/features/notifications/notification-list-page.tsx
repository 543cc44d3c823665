import { Button, Tabs } from "@mantine/core";
import { IconChecks } from "@tabler/icons-react";
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { NotificationRow } from "#client/features/notifications/notification-row.tsx";
import classes from "#client/features/notifications/notifications.module.css";
import { useOpenNotification } from "#client/features/notifications/use-open-notification.ts";
import { EmptyState } from "#client/ui/empty-state.tsx";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { Loading } from "#client/ui/loading.tsx";
import { PageHeader } from "#client/ui/page-header.tsx";
import { type NotificationView, notificationViews } from "#shared/features/notifications/notification-words.ts";
import type { NotificationGroup, NotificationList } from "#shared/features/notifications/notification.ts";

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
  const open = (next: string | null) => {
    const view = notificationViews.find((word) => word === next);
    void navigate({ to: "/notifications", search: view === "inbox" ? {} : { show: view } });
  };
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
      <Tabs value={show} onChange={open} keepMounted={false}>
        <Tabs.List mb="md" aria-label={t("notifications:views")}>
          {notificationViews.map((view) => (
            <Tabs.Tab key={view} value={view}>
              {t(`notifications:view.${view}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={show}>
          <NotificationGroups
            view={show}
            list={found.data}
            error={found.error}
            onRetry={() => void found.refetch()}
            onEarlier={() => setLimit(Math.min(500, limit + page))}
          />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

type GroupsProps = {
  view: NotificationView;
  list: NotificationList | undefined;
  error: unknown;
  onRetry: () => void;
  onEarlier: () => void;
};

function NotificationGroups({ view, list, error, onRetry, onEarlier }: GroupsProps) {
  const { t } = useTranslation();
  const groups = list?.groups;
  return (
    <>
      <FaultAlert error={error} onRetry={onRetry} />
      {groups === undefined && error === null ? <Loading /> : null}
      {groups?.length === 0 ? (
        <EmptyState kind="nothing-yet" title={t(`notifications:none.${view}`)}>
          {t("notifications:noneText")}
        </EmptyState>
      ) : null}
      <ul className={classes["rows"]} aria-label={t("notifications:title")}>
        {groups?.map((group) => (
          <NotificationRow key={`${group.entity} ${group.entityId} ${group.organisationId ?? ""}`} group={group} />
        ))}
      </ul>
      {list?.hasMore ? (
        <Button variant="default" onClick={onEarlier}>
          {t("notifications:earlier")}
        </Button>
      ) : null}
    </>
  );
}

/** The link of a mail leads straight to what it tells of, as soon as that is known. */
function useOpened(id: string | undefined, groups: NotificationGroup[] | undefined) {
  const open = useOpenNotification();
  const isDone = useRef(false);
  const group = id === undefined ? undefined : groups?.find(({ items }) => items.some((item) => item.id === id));
  useEffect(() => {
    if (group === undefined || isDone.current) return;
    isDone.current = true;
    void open(group);
  }, [group, open]);
}

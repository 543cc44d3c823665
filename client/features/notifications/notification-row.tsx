import { Anchor, Button, Group, Menu } from "@mantine/core";
import { IconClock } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { reasonOf, sentenceOf, subjectOf } from "#client/features/notifications/notification-sentences.ts";
import classes from "#client/features/notifications/notifications.module.css";
import { useOpenNotification } from "#client/features/notifications/use-open-notification.ts";
import { useFormat } from "#client/lib/use-format.ts";
import { PersonAvatar } from "#client/ui/person-avatar.tsx";
import { RelativeTime } from "#client/ui/relative-time.tsx";
import { snoozeDays } from "#shared/features/notifications/notification-words.ts";
import type { NotificationGroup } from "#shared/features/notifications/notification.ts";

const shownAtFirst = 3;

/** What is told of one record: its name as the way to it, each sentence with its reason, and what may be done with them. */
export function NotificationRow({ group }: { group: NotificationGroup }) {
  const { t } = useTranslation();
  const [isWhole, setWhole] = useState(false);
  const open = useOpenNotification();
  const subject = subjectOf(t, group);
  const items = isWhole ? group.items : group.items.slice(0, shownAtFirst);
  const isUnread = group.items.some(({ isRead }) => !isRead);
  const place = [group.acronym === subject ? null : group.acronym, group.organisation].filter((part) => part !== null);
  return (
    <li className={classes["row"]} data-unread={isUnread || undefined}>
      <div className={classes["head"]}>
        <h2 className={classes["subject"]}>
          <Anchor
            href={group.path}
            onClick={(event) => {
              if (event.ctrlKey || event.metaKey || event.shiftKey) return;
              event.preventDefault();
              void open(group);
            }}
          >
            {subject}
          </Anchor>
          {isUnread ? <span className={classes["dot"]} role="img" aria-label={t("notifications:isUnread")} /> : null}
        </h2>
        <p className={classes["quiet"]}>{place.join(" · ")}</p>
      </div>
      <ul className={classes["items"]}>
        {items.map((item) => (
          <li key={item.id} data-unread={!item.isRead || undefined}>
            <PersonAvatar name={item.actorName ?? "·"} size={24} />
            <span>
              {sentenceOf(t, item)} <span className={classes["quiet"]}>{reasonOf(t, item)}</span>{" "}
              <span className={classes["quiet"]}>
                · <RelativeTime at={item.at} />
              </span>
            </span>
          </li>
        ))}
      </ul>
      {group.items.length > items.length ? (
        <Button variant="subtle" size="compact-sm" onClick={() => setWhole(true)}>
          {t("notifications:more", { count: group.items.length - items.length })}
        </Button>
      ) : null}
      <RowActions group={group} subject={subject} isUnread={isUnread} />
    </li>
  );
}

type ActionProps = { group: NotificationGroup; subject: string; isUnread: boolean };

function RowActions({ group, subject, isUnread }: ActionProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const mark = useMutation(trpc.notification.mark.mutationOptions());
  const snooze = useMutation(trpc.notification.snooze.mutationOptions());
  const ids = group.items.map(({ id }) => id);
  const until = group.items[0]?.snoozedUntil ?? null;
  const [now] = useState(Date.now);
  const isAsleep = until !== null && until > now;
  return (
    <Group gap="xs" className={classes["actions"] ?? ""}>
      <Button
        size="compact-sm"
        variant="default"
        aria-label={t(isUnread ? "notifications:markReadOf" : "notifications:markUnreadOf", { subject })}
        onClick={() => mark.mutate({ ids, isRead: isUnread })}
      >
        {t(isUnread ? "notifications:markRead" : "notifications:markUnread")}
      </Button>
      {isAsleep ? (
        <>
          <span className={classes["quiet"]}>{t("notifications:until", { day: format.instant(until) })}</span>
          <Button size="compact-sm" variant="default" onClick={() => snooze.mutate({ ids, days: null })}>
            {t("notifications:wake")}
          </Button>
        </>
      ) : (
        <Menu position="bottom-start" width={180}>
          <Menu.Target>
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconClock size={15} aria-hidden="true" />}
              aria-label={t("notifications:snoozeOf", { subject })}
            >
              {t("notifications:snooze")}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {snoozeDays.map((days) => (
              <Menu.Item key={days} onClick={() => snooze.mutate({ ids, days })}>
                {t("notifications:days", { count: days })}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </Group>
  );
}

import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { drawCalendarToken } from "#client/features/calendar/calendar-address.ts";
import { CalendarAddressField } from "#client/features/calendar/calendar-address-field.tsx";
import { useCalendar } from "#client/features/calendar/use-calendar.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { RelativeTime } from "#client/ui/relative-time.tsx";

type Props = { projectId: string; onClose: () => void };

/** Milestones and deliverables as a file, or at a secret address that a calendar program asks by itself. */
export function CalendarDialog({ projectId, onClose }: Props) {
  const { t } = useTranslation();
  const { found, address, open, revoke, file, error } = useCalendar(projectId);
  const feed = found.data?.feed ?? null;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("calendar:title")}
      size="lg"
      closeButtonProps={{ "aria-label": t("common:close") }}
    >
      <Stack gap="md">
        <Text>{t("calendar:explanation")}</Text>
        {found.data && !found.data.hasStart ? <Text role="note">{t("calendar:noStart")}</Text> : null}
        {address === null ? null : <CalendarAddressField address={address} />}
        {feed === null || address !== null ? null : (
          <Text role="status">
            {t("calendar:exists")} <RelativeTime at={feed.createdAt} />
            {". "}
            {feed.lastUsedAt === null ? (
              t("calendar:neverUsed")
            ) : (
              <>
                {t("calendar:lastUsed")} <RelativeTime at={feed.lastUsedAt} />.
              </>
            )}
          </Text>
        )}
        <Group gap="xs">
          <Button loading={open.isPending} onClick={() => open.mutate({ projectId, token: drawCalendarToken() })}>
            {t(feed === null ? "calendar:create" : "calendar:renew")}
          </Button>
          {feed === null ? null : (
            <Button variant="default" loading={revoke.isPending} onClick={() => revoke.mutate({ projectId })}>
              {t("calendar:revoke")}
            </Button>
          )}
          <Button
            variant="default"
            leftSection={<IconDownload size={17} aria-hidden="true" />}
            loading={file.isPending}
            onClick={() => file.mutate()}
          >
            {t("calendar:file")}
          </Button>
        </Group>
        {feed === null ? null : <Text size="sm">{t("calendar:renewHint")}</Text>}
        <FaultAlert error={error} />
      </Stack>
    </Modal>
  );
}

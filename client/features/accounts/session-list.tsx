import { Button, Group } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { browserName } from "#client/features/accounts/browser-name.ts";
import { type Column, DataTable } from "#client/ui/data-table.tsx";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { RelativeTime } from "#client/ui/relative-time.tsx";
import { StateBadge } from "#client/ui/state-badge.tsx";
import type { SessionRow } from "#shared/features/accounts/account.ts";

const nameOf = (row: SessionRow, t: TFunction) => browserName(row.userAgent) ?? t("accounts:sessions.unknown");

const columnsOf = (t: TFunction, ending: string | null, onEnd: (id: string) => void): Column<SessionRow>[] => [
  { id: "browser", header: t("accounts:sessions.browser"), cell: (row) => nameOf(row, t) },
  { id: "begun", header: t("accounts:sessions.begun"), cell: (row) => <RelativeTime at={row.createdAt} /> },
  { id: "used", header: t("accounts:sessions.used"), cell: (row) => <RelativeTime at={row.lastSeenAt} /> },
  {
    id: "end",
    header: t("accounts:sessions.state"),
    cell: (row) =>
      row.isCurrent ? (
        <StateBadge tone="good">{t("accounts:sessions.current")}</StateBadge>
      ) : (
        <Button
          variant="default"
          size="xs"
          aria-label={t("accounts:sessions.endNamed", { name: nameOf(row, t) })}
          loading={ending === row.id}
          onClick={() => onEnd(row.id)}
        >
          {t("accounts:sessions.end")}
        </Button>
      ),
  },
];

/** Where the person is signed in, and the way to end that elsewhere. */
export function SessionList() {
  const { t } = useTranslation();
  const found = useQuery(trpc.account.sessions.queryOptions());
  const end = useMutation(trpc.account.endSession.mutationOptions());
  const endOthers = useMutation(trpc.account.endOtherSessions.mutationOptions());
  const ending = end.isPending ? end.variables.id : null;
  const others = found.data?.filter((row) => !row.isCurrent).length ?? 0;
  return (
    <>
      <FaultAlert error={found.error ?? end.error ?? endOthers.error} />
      <DataTable
        label={t("accounts:sessions.title")}
        columns={columnsOf(t, ending, (id) => end.mutate({ id }))}
        rows={found.data}
        rowKey={(row) => row.id}
        empty={null}
      />
      {others > 1 ? (
        <Group p="md">
          <Button variant="default" onClick={() => endOthers.mutate()} loading={endOthers.isPending}>
            {t("accounts:sessions.endOthers")}
          </Button>
        </Group>
      ) : null}
    </>
  );
}

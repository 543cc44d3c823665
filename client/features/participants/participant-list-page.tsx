import { Button, Drawer, Group, Modal } from "@mantine/core";
import { IconMailForward, IconPlus } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useParams, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { InvitationDialog } from "#client/features/invitations/invitation-dialog.tsx";
import { InvitationListPanel } from "#client/features/invitations/invitation-list-panel.tsx";
import { ParticipantAddForm } from "#client/features/participants/participant-add-form.tsx";
import { participantColumns } from "#client/features/participants/participant-columns.tsx";
import { ParticipantFilterBar } from "#client/features/participants/participant-filter-bar.tsx";
import { ParticipantPanel } from "#client/features/participants/participant-panel.tsx";
import { useFormat } from "#client/lib/use-format.ts";
import { useListSearch } from "#client/lib/use-list-search.ts";
import { DataTable } from "#client/ui/data-table.tsx";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { NothingFound } from "#client/ui/nothing-found.tsx";
import { PageHeader } from "#client/ui/page-header.tsx";
import { PagePanel } from "#client/ui/page-panel.tsx";
import type { ParticipantRow } from "#shared/features/participants/participant.ts";

const sorts = ["number", "name", "country", "role", "state", "joined"] as const;

/** Who takes part in the project, in which role, and who has not answered yet. */
export function ParticipantListPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { projectId } = useParams({ from: "/projects/$projectId" });
  const { role, state } = useSearch({ from: "/projects/$projectId/members" });
  const list = useListSearch({ by: "number", isDescending: false });
  const [opened, setOpened] = useState<"invite" | "add" | null>(null);
  const close = () => setOpened(null);
  const [openId, setOpenId] = useState<string | null>(null);
  const all = useQuery(trpc.participant.list.queryOptions({ projectId }));
  const input = {
    projectId,
    search: list.q,
    ...(role === undefined ? {} : { role }),
    ...(state === undefined ? {} : { state }),
    sort: sorts.find((sort) => sort === list.sort.by) ?? "number",
    descending: list.sort.isDescending,
  };
  const found = useQuery(trpc.participant.list.queryOptions(input, { placeholderData: keepPreviousData }));
  const coordinator = all.data?.rows.find((row) => row.role === "coordinator");
  const actions = found.data?.mayAdd ? (
    <Group gap="xs">
      <Button leftSection={<IconMailForward size={17} aria-hidden="true" />} onClick={() => setOpened("invite")}>
        {t("invitations:form.open")}
      </Button>
      <Button
        variant="default"
        leftSection={<IconPlus size={17} aria-hidden="true" />}
        onClick={() => setOpened("add")}
      >
        {t("participants:add.open")}
      </Button>
    </Group>
  ) : undefined;
  return (
    <>
      <PageHeader title={t("frame:members")} description={t("participants:description")} actions={actions} />
      <ParticipantFilterBar list={list} />
      <FaultAlert error={found.error} onRetry={() => void found.refetch()} />
      <PagePanel isFlush>
        <DataTable
          label={t("frame:members")}
          columns={participantColumns(t, { coordinator, country: format.country, onOpen: (row) => setOpenId(row.id) })}
          rows={found.data?.rows}
          rowKey={(row) => row.id}
          sort={list.sort}
          onSort={list.sortBy}
          empty={<NothingFound onReset={list.reset} />}
        />
      </PagePanel>
      <InvitationListPanel projectId={projectId} />
      <InvitationDialog projectId={projectId} isOpen={opened === "invite"} onClose={close} />
      <AddDialog projectId={projectId} isOpen={opened === "add"} onClose={close} />
      <DetailsDrawer row={all.data?.rows.find((row) => row.id === openId)} onClose={() => setOpenId(null)} />
    </>
  );
}

function AddDialog({ projectId, isOpen, onClose }: { projectId: string; isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const closing = { onClose, closeButtonProps: { "aria-label": t("common:close") } };
  return (
    <Modal opened={isOpen} {...closing} title={t("participants:add.title")} size="lg">
      <ParticipantAddForm projectId={projectId} onDone={onClose} />
    </Modal>
  );
}

function DetailsDrawer({ row, onClose }: { row: ParticipantRow | undefined; onClose: () => void }) {
  const { t } = useTranslation();
  const closing = { onClose, closeButtonProps: { "aria-label": t("common:close") } };
  return (
    <Drawer opened={row !== undefined} {...closing} position="right" title={row?.organisationName}>
      {row ? <ParticipantPanel row={row} /> : null}
    </Drawer>
  );
}

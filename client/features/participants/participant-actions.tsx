import { Menu } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { enterViewing } from "#client/app/viewing.ts";
import { ConfirmDialog } from "#client/ui/confirm-dialog.tsx";
import { IconButton } from "#client/ui/icon-button.tsx";
import type { ParticipantRow } from "#shared/features/participants/participant.ts";

type Props = { row: ParticipantRow; coordinator: ParticipantRow | undefined; onOpen: () => void };
type Deed = "accept" | "decline" | "inviteAgain" | "withdraw" | "makeCoordinator" | "remove";

const dangerous: ReadonlySet<Deed> = new Set(["decline", "withdraw", "remove"]);

/** What this person may do with a member, each deed asked for once more before it is done. */
export function ParticipantActions({ row, coordinator, onOpen }: Props) {
  const { t } = useTranslation();
  const [deed, setDeed] = useState<Deed | null>(null);
  const { run, isPending, error, reset } = useDeeds(row, coordinator, () => setDeed(null));
  const view = useMutation(trpc.access.view.mutationOptions({ onSuccess: enterViewing }));
  const { may } = row;
  const deeds: Deed[] = [
    ...(may.answer ? (["accept", "decline"] as const) : []),
    ...(may.inviteAgain ? (["inviteAgain"] as const) : []),
    ...(may.makeCoordinator ? (["makeCoordinator"] as const) : []),
    ...(may.withdraw ? (["withdraw"] as const) : []),
    ...(may.remove ? (["remove"] as const) : []),
  ];
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <IconButton icon={IconDots} label={t("participants:actionsFor", { name: row.organisationName })} />
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={onOpen}>{t("participants:details")}</Menu.Item>
          {may.viewAs ? (
            <Menu.Item disabled={view.isPending} onClick={() => view.mutate({ participantId: row.id })}>
              {t("access:viewAs", { name: row.organisationName })}
            </Menu.Item>
          ) : null}
          {deeds.map((each) => (
            <Menu.Item
              key={each}
              onClick={() => {
                reset();
                setDeed(each);
              }}
            >
              {t(`participants:${each}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <ConfirmDialog
        isOpen={deed !== null}
        title={deed === null ? "" : t(`participants:${deed}`)}
        confirmLabel={deed === null ? "" : t(`participants:${deed}`)}
        isDangerous={deed !== null && dangerous.has(deed)}
        isBusy={isPending}
        error={error}
        onClose={() => setDeed(null)}
        onConfirm={() => (deed === null ? undefined : run(deed))}
      >
        {deed === null
          ? null
          : t(`participants:confirm.${deed}`, {
              name: row.organisationName,
              former: coordinator?.organisationName ?? "",
            })}
      </ConfirmDialog>
    </>
  );
}

function useDeeds(row: ParticipantRow, coordinator: ParticipantRow | undefined, onSuccess: () => void) {
  const answer = useMutation(trpc.participant.answer.mutationOptions({ onSuccess }));
  const inviteAgain = useMutation(trpc.participant.inviteAgain.mutationOptions({ onSuccess }));
  const withdraw = useMutation(trpc.participant.withdraw.mutationOptions({ onSuccess }));
  const remove = useMutation(trpc.participant.remove.mutationOptions({ onSuccess }));
  const makeCoordinator = useMutation(trpc.participant.makeCoordinator.mutationOptions({ onSuccess }));
  const seen = { id: row.id, version: row.version };
  const all = [answer, inviteAgain, withdraw, remove, makeCoordinator];
  const run = (deed: Deed) => {
    if (deed === "accept" || deed === "decline") answer.mutate({ ...seen, accept: deed === "accept" });
    if (deed === "inviteAgain") inviteAgain.mutate(seen);
    if (deed === "withdraw") withdraw.mutate(seen);
    if (deed === "remove") remove.mutate(seen);
    if (deed === "makeCoordinator" && coordinator) {
      makeCoordinator.mutate({ ...seen, coordinatorId: coordinator.id, coordinatorVersion: coordinator.version });
    }
  };
  return {
    run,
    isPending: all.some((each) => each.isPending),
    error: all.find((each) => each.error)?.error ?? null,
    reset: () => {
      for (const each of all) each.reset();
    },
  };
}

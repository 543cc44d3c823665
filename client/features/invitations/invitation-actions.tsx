import { Button, Group } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { ConfirmDialog } from "#client/ui/confirm-dialog.tsx";
import type { InvitationRow } from "#shared/features/invitations/invitation.ts";

/** Sends a letter again or takes the invitation back, each asked for once more. */
export function InvitationActions({ row }: { row: InvitationRow }) {
  const { t } = useTranslation();
  const [deed, setDeed] = useState<"resend" | "revoke" | null>(null);
  const onSuccess = () => setDeed(null);
  const resend = useMutation(trpc.invitation.resend.mutationOptions({ onSuccess }));
  const revoke = useMutation(trpc.invitation.revoke.mutationOptions({ onSuccess }));
  const seen = { id: row.id, version: row.version };
  const name = row.email ?? row.organisationName;
  const begin = (next: "resend" | "revoke") => {
    resend.reset();
    revoke.reset();
    setDeed(next);
  };
  const deeds = (["resend", "revoke"] as const).filter((each) => row.may[each]);
  if (deeds.length === 0 && deed === null) return null;
  return (
    <>
      <Group gap="xs" wrap="nowrap">
        {deeds.map((each) => (
          <Button
            key={each}
            size="xs"
            variant="default"
            aria-label={t(`invitations:${each}.named`, { name })}
            onClick={() => begin(each)}
          >
            {t(`invitations:${each}.short`)}
          </Button>
        ))}
      </Group>
      <ConfirmDialog
        isOpen={deed !== null}
        title={deed === null ? "" : t(`invitations:${deed}.title`)}
        confirmLabel={deed === null ? "" : t(`invitations:${deed}.confirm`)}
        isDangerous={deed === "revoke"}
        isBusy={resend.isPending || revoke.isPending}
        error={resend.error ?? revoke.error}
        onClose={() => setDeed(null)}
        onConfirm={() => (deed === "resend" ? resend : revoke).mutate(seen)}
      >
        {deed === null ? null : t(`invitations:${deed}.text`, { name })}
      </ConfirmDialog>
    </>
  );
}

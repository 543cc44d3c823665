import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import type { InvitationKey } from "#shared/features/invitations/invitation.ts";

/** Accepts with one tap and opens the project, acting for the invited organisation from now on. */
export function InvitationAcceptForm({
  invitationKey,
  organisation,
}: {
  invitationKey: InvitationKey;
  organisation: string;
}) {
  const { t } = useTranslation();
  const accept = useMutation(
    trpc.invitation.accept.mutationOptions({
      // Loaded anew: everything on the page may be another for the organisation acted for now.
      onSuccess: ({ projectId }) => window.location.replace(`/projects/${projectId}`),
    }),
  );
  return (
    <>
      <FaultAlert error={accept.error} />
      <Button
        size="md"
        loading={accept.isPending || accept.isSuccess}
        onClick={() => accept.mutate(invitationKey)}
        style={{ alignSelf: "flex-start", height: "auto", paddingBlock: "0.6rem" }}
        styles={{ label: { whiteSpace: "normal" } }}
      >
        {t("invitations:accept", { organisation })}
      </Button>
    </>
  );
}

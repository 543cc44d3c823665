import { Button, Stack } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useSession } from "#client/app/session.ts";
import { trpc } from "#client/app/trpc.ts";
import classes from "#client/features/invitations/invitations.module.css";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { PagePanel } from "#client/ui/page-panel.tsx";

/** For whoever is signed in with another address than the invited one: the way to change that. */
export function OtherAddressPanel({ email }: { email: string }) {
  const { t } = useTranslation();
  const { user } = useSession();
  // Loaded anew, so that nothing stays in memory of whoever was signed in.
  const signOut = useMutation(trpc.account.signOut.mutationOptions({ onSuccess: () => window.location.reload() }));
  return (
    <PagePanel title={t("invitations:other.title")}>
      <Stack gap="md">
        <p className={classes["note"]}>{t("invitations:other.text", { email, own: user?.email ?? "" })}</p>
        <FaultAlert error={signOut.error} />
        <Button
          loading={signOut.isPending || signOut.isSuccess}
          onClick={() => signOut.mutate({})}
          style={{ alignSelf: "flex-start" }}
        >
          {t("invitations:other.switch")}
        </Button>
      </Stack>
    </PagePanel>
  );
}

import { SimpleGrid, Stack, Switch } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import classes from "#client/features/accounts/accounts.module.css";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { HourSelect } from "#client/ui/hour-select.tsx";
import { Loading } from "#client/ui/loading.tsx";
import { TimeZoneSelect } from "#client/ui/time-zone-select.tsx";
import type { MailPreferences } from "#shared/features/accounts/mail-preferences.ts";

/** What mails a person wants; every choice is saved at once. */
export function MailPreferenceForm() {
  const { t } = useTranslation();
  const found = useQuery(trpc.me.mailPreferences.queryOptions({}));
  const revise = useMutation(trpc.me.reviseMailPreferences.mutationOptions());
  const saved = found.data;
  if (saved === undefined)
    return found.error ? <FaultAlert error={found.error} onRetry={() => void found.refetch()} /> : <Loading />;
  // What was just chosen shows before the server has answered.
  const isAhead = revise.isPending || (revise.isSuccess && revise.data.version > (saved.version ?? 0));
  const chosen: MailPreferences = { ...saved, ...(isAhead ? revise.variables.patch : {}) };
  const choose = (patch: Partial<MailPreferences>) => {
    if (!isAhead) revise.mutate({ version: saved.version, patch });
  };
  const toggle = (name: "wantsRequests" | "wantsMentions" | "wantsDigest", label: string) => (
    <Switch
      label={label}
      checked={chosen[name]}
      onChange={(event) => choose({ [name]: event.currentTarget.checked })}
    />
  );
  return (
    <Stack gap="md" className={classes["form"]}>
      {toggle("wantsRequests", t("accounts:mails.requests"))}
      {toggle("wantsMentions", t("accounts:mails.mentions"))}
      {toggle("wantsDigest", t("accounts:mails.digest"))}
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <HourSelect
          label={t("accounts:mails.hour")}
          value={chosen.digestHour}
          onChoose={(digestHour) => choose({ digestHour })}
        />
        <TimeZoneSelect
          label={t("accounts:mails.timeZone")}
          value={chosen.timeZone}
          onChoose={(timeZone) => choose({ timeZone })}
        />
      </SimpleGrid>
      <FaultAlert error={revise.error} />
      <span role="status">{revise.isSuccess ? t("accounts:mails.saved") : null}</span>
    </Stack>
  );
}

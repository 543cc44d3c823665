import { Button, Group, SimpleGrid, Stack, Switch, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import classes from "#client/features/reporting/report-card.module.css";
import { RequestPreview } from "#client/features/reporting/request-preview.tsx";
import { readSettings, type SettingsText, textOfSettings } from "#client/features/reporting/request-settings-text.ts";
import { fieldTexts } from "#client/lib/fault-text.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { HourSelect } from "#client/ui/hour-select.tsx";
import { TimeZoneSelect } from "#client/ui/time-zone-select.tsx";
import type { PeriodRow } from "#shared/features/reporting/period.ts";
import type { RequestSettingsView } from "#shared/features/reporting/request-settings.ts";

type Props = { projectId: string; saved: RequestSettingsView; period: PeriodRow };

/** The settings of the cycle; beside them what they will do, changing as they are typed. */
export function RequestSettingsForm({ projectId, saved, period }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState<SettingsText>(() => textOfSettings(saved));
  const revise = useMutation(trpc.period.reviseSettings.mutationOptions());
  const { settings, unreadable } = readSettings(text);
  const put = (part: Partial<SettingsText>) => setText((now) => ({ ...now, ...part }));
  const isChanged = JSON.stringify(text) !== JSON.stringify(textOfSettings(saved));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (settings !== null) revise.mutate({ projectId, version: saved.version, patch: settings });
  };
  const refused = fieldTexts(revise.error, t);
  const errorOf = (name: string) => (unreadable.includes(name) ? t("faults:DAYS_FORM") : refused[name]);
  const days = (name: "opensAfterDays" | "remindBeforeDays" | "remindAfterDays") => (
    <TextInput
      label={t(`reporting:ask.${name}`)}
      description={t(`reporting:ask.${name}Hint`)}
      inputWrapperOrder={["label", "input", "description", "error"]}
      autoComplete="off"
      value={text[name]}
      error={errorOf(name)}
      onChange={(event) => put({ [name]: event.currentTarget.value })}
    />
  );
  const toggle = (name: "asksByMail" | "workdaysOnly" | "locksWhenAccepted") => (
    <Switch
      label={t(`reporting:ask.${name}`)}
      checked={text[name]}
      onChange={(event) => put({ [name]: event.currentTarget.checked })}
    />
  );
  return (
    <form onSubmit={submit} noValidate className={classes["settings"]}>
      <fieldset disabled={!saved.mayRevise} className={classes["fields"]} aria-label={t("reporting:askTitle")}>
        <Stack gap="md">
          {toggle("asksByMail")}
          <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
            {days("opensAfterDays")}
            {days("remindBeforeDays")}
            {days("remindAfterDays")}
          </SimpleGrid>
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
            <HourSelect label={t("reporting:ask.hour")} value={text.hour} onChoose={(hour) => put({ hour })} />
            <TimeZoneSelect
              label={t("reporting:ask.timeZone")}
              value={text.timeZone}
              onChoose={(timeZone) => put({ timeZone })}
            />
          </SimpleGrid>
          {toggle("workdaysOnly")}
          {toggle("locksWhenAccepted")}
          <FaultAlert error={revise.error} />
          {saved.mayRevise ? (
            <Group gap="xs">
              <Button type="submit" disabled={!isChanged || settings === null} loading={revise.isPending}>
                {t("common:save")}
              </Button>
              <Button variant="default" disabled={!isChanged} onClick={() => setText(textOfSettings(saved))}>
                {t("common:cancel")}
              </Button>
            </Group>
          ) : null}
        </Stack>
      </fieldset>
      <section className={classes["previewBox"]} aria-live="polite">
        <h3>{t("reporting:previewTitle", { number: period.number })}</h3>
        {settings === null ? (
          <p className={classes["quiet"]}>{t("reporting:previewUnreadable")}</p>
        ) : (
          <RequestPreview settings={settings} period={period} />
        )}
      </section>
    </form>
  );
}

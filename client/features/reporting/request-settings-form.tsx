import { Button, Group } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import classes from "#client/features/reporting/report-card.module.css";
import { RequestPreview } from "#client/features/reporting/request-preview.tsx";
import { RequestSettingsFields } from "#client/features/reporting/request-settings-fields.tsx";
import { readSettings, type SettingsText, textOfSettings } from "#client/features/reporting/request-settings-text.ts";
import { fieldTexts } from "#client/lib/fault-text.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import type { PeriodRow } from "#shared/features/reporting/period.ts";
import type { RequestSettingsView } from "#shared/features/reporting/request-settings.ts";

type Props = { projectId: string; saved: RequestSettingsView; period: PeriodRow };

/** The settings of the cycle; beside them what they will do, changing as they are typed. */
export function RequestSettingsForm({ projectId, saved, period }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState<SettingsText>(() => textOfSettings(saved));
  const revise = useMutation(trpc.period.reviseSettings.mutationOptions());
  const { settings, unreadable } = readSettings(text);
  const isChanged = JSON.stringify(text) !== JSON.stringify(textOfSettings(saved));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (settings !== null) revise.mutate({ projectId, version: saved.version, patch: settings });
  };
  const refused = fieldTexts(revise.error, t);
  return (
    <form onSubmit={submit} noValidate className={classes["settings"]}>
      <RequestSettingsFields
        text={text}
        isReadOnly={!saved.mayRevise}
        errorOf={(name) => (unreadable.includes(name) ? t("faults:DAYS_FORM") : refused[name])}
        onChange={(part) => setText((now) => ({ ...now, ...part }))}
      >
        <FaultAlert error={revise.error} />
        <Group gap="xs">
          <Button type="submit" disabled={!isChanged || settings === null} loading={revise.isPending}>
            {t("common:save")}
          </Button>
          <Button variant="default" disabled={!isChanged} onClick={() => setText(textOfSettings(saved))}>
            {t("common:cancel")}
          </Button>
        </Group>
      </RequestSettingsFields>
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

import { SimpleGrid, Stack, Switch, TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import classes from "#client/features/reporting/report-card.module.css";
import type { SettingsText } from "#client/features/reporting/request-settings-text.ts";
import { HourSelect } from "#client/ui/hour-select.tsx";
import { TimeZoneSelect } from "#client/ui/time-zone-select.tsx";

type Props = {
  text: SettingsText;
  isReadOnly: boolean;
  errorOf: (name: string) => string | undefined;
  onChange: (part: Partial<SettingsText>) => void;
  /** What stands below the fields. */
  children: ReactNode;
};

/** The fields of the settings of the cycle. */
export function RequestSettingsFields({ text, isReadOnly, errorOf, onChange, children }: Props) {
  const { t } = useTranslation();
  const days = (name: "opensAfterDays" | "remindBeforeDays" | "remindAfterDays") => (
    <TextInput
      label={t(`reporting:ask.${name}`)}
      description={t(`reporting:ask.${name}Hint`)}
      inputWrapperOrder={["label", "input", "description", "error"]}
      autoComplete="off"
      value={text[name]}
      error={errorOf(name)}
      onChange={(event) => onChange({ [name]: event.currentTarget.value })}
    />
  );
  const toggle = (name: "asksByMail" | "workdaysOnly" | "locksWhenAccepted") => (
    <Switch
      label={t(`reporting:ask.${name}`)}
      checked={text[name]}
      onChange={(event) => onChange({ [name]: event.currentTarget.checked })}
    />
  );
  const zone = t("reporting:ask.timeZone");
  return (
    <fieldset disabled={isReadOnly} className={classes["fields"]} aria-label={t("reporting:askTitle")}>
      <Stack gap="md">
        {toggle("asksByMail")}
        <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
          {days("opensAfterDays")}
          {days("remindBeforeDays")}
          {days("remindAfterDays")}
        </SimpleGrid>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <HourSelect label={t("reporting:ask.hour")} value={text.hour} onChoose={(hour) => onChange({ hour })} />
          <TimeZoneSelect label={zone} value={text.timeZone} onChoose={(timeZone) => onChange({ timeZone })} />
        </SimpleGrid>
        {toggle("workdaysOnly")}
        {toggle("locksWhenAccepted")}
        {children}
      </Stack>
    </fieldset>
  );
}

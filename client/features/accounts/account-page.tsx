import { Switch } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { singleKeySetting } from "#client/app/use-shortcuts.ts";
import { MailPreferenceForm } from "#client/features/accounts/mail-preference-form.tsx";
import { PasswordForm } from "#client/features/accounts/password-form.tsx";
import { ProfileForm } from "#client/features/accounts/profile-form.tsx";
import { SeatList } from "#client/features/accounts/seat-list.tsx";
import { SessionList } from "#client/features/accounts/session-list.tsx";
import { SamplePanel } from "#client/features/samples/sample-panel.tsx";
import { useLocalSetting } from "#client/lib/local-setting.ts";
import { PageHeader } from "#client/ui/page-header.tsx";
import { PagePanel } from "#client/ui/page-panel.tsx";

/** Everything about the own account. */
export function AccountPage() {
  const { t } = useTranslation();
  const [singleKeys, setSingleKeys] = useLocalSetting(singleKeySetting, "on");
  return (
    <>
      <PageHeader title={t("frame:account")} description={t("accounts:accountText")} />
      <PagePanel title={t("accounts:profileTitle")}>
        <ProfileForm />
      </PagePanel>
      <PagePanel title={t("accounts:seats.title")} isFlush>
        <SeatList />
      </PagePanel>
      <PagePanel title={t("accounts:passwordTitle")} description={t("accounts:passwordText")}>
        <PasswordForm />
      </PagePanel>
      <PagePanel title={t("accounts:sessions.title")} description={t("accounts:sessions.text")} isFlush>
        <SessionList />
      </PagePanel>
      <PagePanel title={t("accounts:mails.title")} description={t("accounts:mails.text")}>
        <MailPreferenceForm />
      </PagePanel>
      <PagePanel title={t("accounts:keysTitle")}>
        <Switch
          label={t("accounts:singleKeys")}
          description={t("accounts:singleKeysText")}
          checked={singleKeys === "on"}
          onChange={(event) => setSingleKeys(event.currentTarget.checked ? "on" : "off")}
        />
      </PagePanel>
      <SamplePanel />
    </>
  );
}

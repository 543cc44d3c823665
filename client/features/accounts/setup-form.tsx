import { Button, Group, NativeSelect, SimpleGrid, Stack, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { PasswordField } from "#client/features/accounts/password-field.tsx";
import { useCountryOptions } from "#client/features/accounts/use-country-options.ts";
import { useSetup } from "#client/features/accounts/use-setup.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import classes from "#client/features/accounts/accounts.module.css";

/** The first administrator and the cluster of a fresh installation. */
export function SetupForm({ token }: { token: string }) {
  const { t } = useTranslation();
  const { field, password, complete, submit } = useSetup(token);
  const countries = useCountryOptions();
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <h2 className={classes["legend"]}>{t("accounts:setup.you")}</h2>
        <TextInput {...field("name")} autoComplete="name" maxLength={120} required />
        <TextInput
          {...field("email")}
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={254}
          required
        />
        <PasswordField
          label={t("accounts:password")}
          value={password.value}
          onChange={password.change}
          error={password.error}
          isNew
        />
        <h2 className={classes["legend"]}>{t("accounts:setup.cluster")}</h2>
        <TextInput {...field("clusterName")} autoComplete="organization" maxLength={300} required />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
          <TextInput {...field("clusterShortName")} maxLength={60} />
          <NativeSelect {...field("country")} data={countries} />
        </SimpleGrid>
        <FaultAlert error={complete.error} />
        <Group justify="flex-end">
          <Button type="submit" loading={complete.isPending || complete.isSuccess}>
            {t("accounts:setup.submit")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

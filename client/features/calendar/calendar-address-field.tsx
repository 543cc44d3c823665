import { Button, CopyButton, Group, TextInput } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

/** A secret address, shown once, to be copied into a calendar program. */
export function CalendarAddressField({ address }: { address: string }) {
  const { t } = useTranslation();
  return (
    <Group align="end" gap="xs">
      <TextInput
        flex={1}
        miw="14rem"
        readOnly
        label={t("calendar:address")}
        description={t("calendar:addressHint")}
        value={address}
        onFocus={(event) => event.currentTarget.select()}
      />
      <CopyButton value={address}>
        {({ copied, copy }) => (
          <Button
            leftSection={
              copied ? <IconCheck size={17} aria-hidden="true" /> : <IconCopy size={17} aria-hidden="true" />
            }
            onClick={copy}
          >
            {t(copied ? "calendar:copied" : "calendar:copy")}
          </Button>
        )}
      </CopyButton>
    </Group>
  );
}

import { NativeSelect, SimpleGrid, Textarea } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { languageNames } from "#client/app/i18n.ts";
import type { InvitationDraft } from "#client/features/invitations/use-invitation-draft.ts";
import { languages } from "#shared/languages.ts";

type Props = {
  draft: InvitationDraft;
  errors: Record<string, string>;
  onChange: (part: Partial<InvitationDraft>) => void;
};

/** How the letter is written: its language and the inviter's own words. */
export function InvitationLetterFields({ draft, errors, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <NativeSelect
          label={t("invitations:form.language")}
          value={draft.language}
          data={languages.map((value) => ({ value, label: languageNames[value] }))}
          onChange={(event) =>
            onChange({ language: languages.find((value) => value === event.currentTarget.value) ?? "en" })
          }
        />
      </SimpleGrid>
      <Textarea
        label={t("invitations:form.message")}
        description={t("invitations:form.messageHint")}
        value={draft.message}
        onChange={(event) => onChange({ message: event.currentTarget.value })}
        error={errors["message"]}
        maxLength={1000}
        minRows={3}
        autosize
      />
    </>
  );
}

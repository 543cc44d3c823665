import { Checkbox, Group, NativeSelect, Stack, Textarea, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { RiskLevelField } from "#client/features/risks/risk-level-field.tsx";
import type { RiskList, RiskRow } from "#shared/features/risks/risk.ts";

type Fields = Pick<RiskRow, "title" | "description" | "likelihood" | "severity" | "streamIds" | "ownerParticipantId">;
type Props = {
  list: RiskList;
  fields: Fields;
  /** What the server refused, by field. */
  texts: Partial<Record<string, string>>;
  onChange: (part: Partial<Fields>) => void;
};

/** What planners say about a risk. */
export function RiskPlanFields({ list, fields, texts, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <TextInput
        label={t("risks:title")}
        value={fields.title}
        onChange={(event) => onChange({ title: event.currentTarget.value })}
        error={texts["title"]}
        required
        maxLength={300}
        data-autofocus
      />
      <Textarea
        autosize
        label={t("risks:text")}
        value={fields.description}
        onChange={(event) => onChange({ description: event.currentTarget.value })}
        maxLength={4000}
      />
      <Group grow>
        <RiskLevelField
          label={t("risks:likelihood")}
          value={fields.likelihood}
          onChange={(likelihood) => onChange({ likelihood })}
        />
        <RiskLevelField
          label={t("risks:severity")}
          value={fields.severity}
          onChange={(severity) => onChange({ severity })}
        />
      </Group>
      <NativeSelect
        label={t("risks:owner")}
        value={fields.ownerParticipantId ?? ""}
        error={texts["ownerParticipantId"]}
        onChange={(event) => onChange({ ownerParticipantId: event.currentTarget.value || null })}
        data={[
          { value: "", label: t("risks:noOwner") },
          ...list.participants.map(({ id, number, name }) => ({ value: id, label: `${number}. ${name}` })),
        ]}
      />
      <Checkbox.Group
        label={t("risks:streams")}
        value={fields.streamIds}
        error={texts["streamIds"]}
        onChange={(streamIds) => onChange({ streamIds })}
      >
        <Stack gap="xs" mt="xs">
          {list.streams.map(({ id, code, title }) => (
            <Checkbox key={id} value={id} label={`${code} ${title}`} />
          ))}
        </Stack>
      </Checkbox.Group>
    </>
  );
}

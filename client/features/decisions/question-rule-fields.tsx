import { Checkbox, Group, NativeSelect, SimpleGrid, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { QuestionText } from "#client/features/decisions/question-text.ts";
import { voteMajorities, voteWeightings } from "#shared/features/decisions/decision-words.ts";
import { participantRoles } from "#shared/features/participants/participant-words.ts";

type Props = {
  text: QuestionText;
  faults: Record<string, string>;
  onChange: (part: Partial<QuestionText>) => void;
};

/** Until when, who votes with which weight, and what must be reached. */
export function QuestionRuleFields({ text, faults, onChange }: Props) {
  const { t } = useTranslation();
  const typed = (name: "day" | "time" | "quorum" | "majorityShare", path: string, type = "text") => (
    <TextInput
      type={type}
      label={t(`decisions:form.${name}`)}
      required
      value={text[name]}
      error={faults[path]}
      {...(type === "text" ? { inputMode: "decimal" as const } : {})}
      onChange={(event) => onChange({ [name]: event.currentTarget.value })}
    />
  );
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        {typed("day", "closesAt", "date")}
        {typed("time", "time", "time")}
        <NativeSelect
          label={t("decisions:majorityTitle")}
          value={text.majority}
          data={voteMajorities.map((value) => ({ value, label: t(`decisions:majority.${value}`) }))}
          onChange={(event) => onChange({ majority: event.currentTarget.value as QuestionText["majority"] })}
        />
        {text.majority === "own" ? typed("majorityShare", "majorityBp") : null}
        {typed("quorum", "quorumBp")}
        <NativeSelect
          label={t("decisions:weightingTitle")}
          value={text.weighting}
          data={voteWeightings.map((value) => ({ value, label: t(`decisions:weighting.${value}`) }))}
          onChange={(event) => onChange({ weighting: event.currentTarget.value as QuestionText["weighting"] })}
        />
      </SimpleGrid>
      <Checkbox.Group
        label={t("decisions:votersTitle")}
        description={t("decisions:votersHint")}
        value={text.voters}
        error={faults["voters"]}
        onChange={(voters) => onChange({ voters })}
      >
        <Group gap="sm" mt="xs">
          {participantRoles.map((role) => (
            <Checkbox key={role} value={role} label={t(`participants:role.${role}`)} />
          ))}
        </Group>
      </Checkbox.Group>
    </>
  );
}

import { Button, Group } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { StreamLookChoice } from "#client/features/streams/stream-look-choice.tsx";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import {
  type StreamColour,
  streamColours,
  type StreamPattern,
  streamPatterns,
} from "#shared/features/streams/stream-words.ts";

export type StreamLook = { colour: StreamColour; pattern: StreamPattern };

type Props = { look: StreamLook; onSave: (look: StreamLook) => Promise<unknown>; onDone: () => void };

/** Colour and pattern of a stream as named swatches; nothing is written before it is saved. */
export function StreamLookForm({ look, onSave, onDone }: Props) {
  const { t } = useTranslation();
  const [colour, setColour] = useState(look.colour);
  const [pattern, setPattern] = useState(look.pattern);
  const [isSaving, setSaving] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setSaving(true);
    try {
      await onSave({ colour, pattern });
      onDone();
    } catch (fault) {
      setError(fault);
      setSaving(false);
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <StreamLookChoice
        label={t("streams:look.colour")}
        name="colour"
        value={colour}
        onChoose={setColour}
        options={streamColours.map((value) => ({
          value,
          label: t(`streams:look.colours.${value}`),
          look: { colour: value, pattern },
        }))}
      />
      <StreamLookChoice
        label={t("streams:look.pattern")}
        name="pattern"
        value={pattern}
        onChoose={setPattern}
        options={streamPatterns.map((value) => ({
          value,
          label: t(`streams:look.patterns.${value}`),
          look: { colour, pattern: value },
        }))}
      />
      <FaultAlert error={error} />
      <Group gap="xs" mt="sm">
        <Button type="submit" loading={isSaving}>
          {t("common:save")}
        </Button>
        <Button variant="default" onClick={onDone} disabled={isSaving}>
          {t("common:cancel")}
        </Button>
      </Group>
    </form>
  );
}

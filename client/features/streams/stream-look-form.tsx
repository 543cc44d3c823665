import { useState } from "react";
import { useTranslation } from "react-i18next";
import { StreamLookChoice } from "#client/features/streams/stream-look-choice.tsx";
import { SaveForm } from "#client/ui/save-form.tsx";
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
  return (
    <SaveForm onSave={() => onSave({ colour, pattern })} onDone={onDone}>
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
    </SaveForm>
  );
}

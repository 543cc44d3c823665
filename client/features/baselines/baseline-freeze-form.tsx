import { Button, Group, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { fieldTexts } from "#client/lib/fault-text.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";

const orNull = (day: string) => (day === "" ? null : day);

/** Name, note and the two days of a baseline that is being frozen. */
export function BaselineFreezeForm({ projectId, onDone }: { projectId: string; onDone: () => void }) {
  const { t } = useTranslation();
  const freeze = useMutation(trpc.baseline.freeze.mutationOptions({ onSuccess: onDone }));
  const [name, setName] = useState("");
  const [note, setNote] = useState("");
  const [decidedOn, setDecidedOn] = useState("");
  const [inForceOn, setInForceOn] = useState("");
  const texts = fieldTexts(freeze.error, t);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        freeze.mutate({ projectId, name, note, decidedOn: orNull(decidedOn), inForceOn: orNull(inForceOn) });
      }}
    >
      <Stack>
        <Text size="sm">{t("baselines:freeze.hint")}</Text>
        <TextInput
          label={t("baselines:name")}
          placeholder={t("baselines:freeze.example")}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={texts["name"]}
          required
          maxLength={200}
          data-autofocus
        />
        <Group grow>
          <DayField
            label={t("baselines:decidedOn")}
            value={decidedOn}
            error={texts["decidedOn"]}
            onChange={setDecidedOn}
          />
          <DayField
            label={t("baselines:inForceOn")}
            value={inForceOn}
            error={texts["inForceOn"]}
            onChange={setInForceOn}
          />
        </Group>
        <Textarea
          autosize
          minRows={2}
          label={t("baselines:note")}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          error={texts["note"]}
          maxLength={4000}
        />
        <FaultAlert error={freeze.error} />
        <Group justify="flex-end">
          <Button type="submit" loading={freeze.isPending}>
            {t("baselines:freeze.submit")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

type DayProps = { label: string; value: string; error: string | undefined; onChange: (day: string) => void };

function DayField({ onChange, ...props }: DayProps) {
  return <TextInput type="date" {...props} onChange={(event) => onChange(event.currentTarget.value)} />;
}

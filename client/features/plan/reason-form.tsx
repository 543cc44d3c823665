import { Button, Group, Stack, Textarea } from "@mantine/core";
import { useState } from "react";
import { FaultAlert } from "#client/ui/fault-alert.tsx";

type Props = { label: string; action: string; isBusy: boolean; error: unknown; onSend: (text: string) => void };

/** Asks for the reason of an act before it is done. */
export function ReasonForm({ label, action, isBusy, error, onSend }: Props) {
  const [text, setText] = useState("");
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSend(text.trim());
      }}
    >
      <Stack>
        <Textarea
          label={label}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          required
          autosize
          minRows={3}
          maxLength={4000}
          data-autofocus
        />
        <FaultAlert error={error} />
        <Group justify="flex-end">
          <Button type="submit" loading={isBusy} disabled={text.trim() === ""}>
            {action}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

import { Button, Group } from "@mantine/core";
import { type FormEvent, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { FaultAlert } from "#client/ui/fault-alert.tsx";

type Props = {
  /** Saves all fields at once; rejects with a fault, which is shown while the fields keep what was chosen. */
  onSave: () => Promise<unknown>;
  /** After saving, and for "Cancel". */
  onDone: () => void;
  children: ReactNode;
};

/** Fields that are written together or not at all: a form with "Save" and "Cancel". */
export function SaveForm({ onSave, onDone, children }: Props) {
  const { t } = useTranslation();
  const [isSaving, setSaving] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setSaving(true);
    try {
      await onSave();
      onDone();
    } catch (fault) {
      setError(fault);
      setSaving(false);
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      {children}
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

import { Button, Group, Stack, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { ScalePreview } from "#client/features/contributions/scale-preview.tsx";
import { scaledCodec } from "#client/lib/field-codec.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import type { ContributionRow } from "#shared/features/contributions/contribution-views.ts";

type Props = {
  rows: readonly ContributionRow[];
  currency: string;
  isBusy: boolean;
  error: unknown;
  onConfirm: (changeBp: number, reason: string) => void;
  onCancel: () => void;
};

/** Asks by how much, shows what each line would come to before anything is sent, and asks why. */
export function ScaleForm({ rows, currency, isBusy, error, onConfirm, onCancel }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState("-5");
  const [reason, setReason] = useState("");
  const [isSent, setSent] = useState(false);
  // A typed minus may be the typographic one; per cent have two decimals, so that this is basis points.
  const read = scaledCodec(2).read(typed.replace("−", "-").replace("%", "").trim());
  const changeBp = typeof read === "number" && read !== 0 && read > -10_000 && read <= 10_000 ? read : null;

  function submit(event: FormEvent) {
    event.preventDefault();
    setSent(true);
    if (changeBp !== null && reason.trim() !== "") onConfirm(changeBp, reason);
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <TextInput
          label={t("contributions:scale.percent")}
          description={t("contributions:scale.percentHint")}
          inputMode="text"
          autoComplete="off"
          data-autofocus
          required
          value={typed}
          error={changeBp === null ? t("faults:NUMBER_FORM") : undefined}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        {changeBp === null ? null : <ScalePreview rows={rows} currency={currency} changeBp={changeBp} />}
        <Textarea
          label={t("contributions:reason")}
          description={t("contributions:amendment.reasonHint")}
          required
          autosize
          minRows={2}
          maxRows={8}
          maxLength={4000}
          value={reason}
          error={isSent && reason.trim() === "" ? t("faults:REQUIRED") : undefined}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <FaultAlert error={error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onCancel}>
            {t("common:cancel")}
          </Button>
          <Button type="submit" loading={isBusy}>
            {t("contributions:scale.send", { count: rows.length })}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

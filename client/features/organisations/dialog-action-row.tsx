import { Button, Group } from "@mantine/core";
import { useTranslation } from "react-i18next";

type Props = {
  saveLabel: string;
  isSaving: boolean;
  isDisabled?: boolean;
  /** Shows the way to remove the record at the other end of the row. */
  onRemove?: (() => void) | undefined;
  isRemoving?: boolean;
  onClose: () => void;
};

/** The last row of a dialog with a form: remove at one end, cancel and save at the other. */
export function DialogActionRow({
  saveLabel,
  isSaving,
  isDisabled = false,
  onRemove,
  isRemoving = false,
  onClose,
}: Props) {
  const { t } = useTranslation();
  return (
    <Group justify="space-between" gap="xs">
      {onRemove === undefined ? (
        <span />
      ) : (
        <Button variant="subtle" color="red.8" onClick={onRemove} loading={isRemoving}>
          {t("common:remove")}
        </Button>
      )}
      <Group gap="xs">
        <Button variant="default" onClick={onClose}>
          {t("common:cancel")}
        </Button>
        <Button type="submit" loading={isSaving} disabled={isDisabled}>
          {saveLabel}
        </Button>
      </Group>
    </Group>
  );
}

import { useClipboard } from "@mantine/hooks";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { IconButton } from "#client/ui/icon-button.tsx";

type Props = { text: string; label?: string };

/** Puts a text on the clipboard and says so. */
export function CopyButton({ text, label }: Props) {
  const { t } = useTranslation();
  const { copied, copy } = useClipboard({ timeout: 1500 });
  const name = label ?? t("ui:copy");
  return (
    <>
      <IconButton
        icon={copied ? IconCheck : IconCopy}
        label={copied ? t("ui:copied") : name}
        onClick={() => copy(text)}
      />
      <span
        role="status"
        style={{ position: "absolute", overflow: "hidden", width: 1, height: 1, clipPath: "inset(50%)" }}
      >
        {copied ? t("ui:copied") : ""}
      </span>
    </>
  );
}

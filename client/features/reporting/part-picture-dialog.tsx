import { Button, CopyButton, Group, Modal } from "@mantine/core";
import { IconCheck, IconCopy, IconPrinter } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { PartCard } from "#client/features/reporting/part-card.tsx";
import { QrPicture } from "#client/features/reporting/qr-picture.tsx";
import classes from "#client/features/reporting/part-share.module.css";
import { useFormat } from "#client/lib/use-format.ts";
import { dayOf } from "#shared/dates.ts";
import type { Picture } from "#shared/features/part/part.ts";

type Props = { picture: Picture; address: string; onClose: () => void };

/** An own personal link as a picture, once: to be scanned from the screen or printed as a card. */
export function PartPictureDialog({ picture, address, onClose }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("part:share.pictureTitle")}
      closeButtonProps={{ "aria-label": t("common:close") }}
    >
      <p className={classes["text"]}>{t("part:share.pictureText")}</p>
      <div className={classes["picture"]}>
        <QrPicture text={address} label={t("part:share.picture")} />
      </div>
      <p className={classes["quiet"]}>{t("part:share.cardUntil", { day: format.day(dayOf(picture.expiresAt)) })}</p>
      <Group gap="xs" mt="md">
        <CopyButton value={address}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              leftSection={
                copied ? <IconCheck size={17} aria-hidden="true" /> : <IconCopy size={17} aria-hidden="true" />
              }
              onClick={copy}
            >
              {t(copied ? "part:share.copied" : "part:share.copy")}
            </Button>
          )}
        </CopyButton>
        <Button
          variant="default"
          leftSection={<IconPrinter size={17} aria-hidden="true" />}
          onClick={() => window.print()}
        >
          {t("part:share.print")}
        </Button>
      </Group>
      <PartCard picture={picture} address={address} />
    </Modal>
  );
}

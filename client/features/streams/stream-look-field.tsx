import { UnstyledButton } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { IconPencil } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { StreamLookForm } from "#client/features/streams/stream-look-form.tsx";
import classes from "#client/features/streams/stream-look.module.css";
import { StreamSwatch } from "#client/features/streams/stream-swatch.tsx";
import type { StreamDetail } from "#shared/features/streams/stream.ts";

/** How a stream is drawn in pictures and lists: its colour and pattern by name, chosen here by those who plan. */
export function StreamLookField({ stream }: { stream: StreamDetail }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const revise = useMutation(trpc.stream.revise.mutationOptions());
  const { id, version, colour, pattern, may } = stream;
  const words = (
    <>
      <StreamSwatch colour={colour} pattern={pattern} isLarge />
      {t(`streams:look.colours.${colour}`)}, {t(`streams:look.patterns.${pattern}`)}
    </>
  );
  return (
    <div className={classes["field"]} data-open={isOpen || undefined}>
      <span className={classes["label"]}>{t("streams:look.title")}</span>
      {isOpen ? (
        <StreamLookForm
          look={{ colour, pattern }}
          onSave={(patch) => revise.mutateAsync({ id, version, patch })}
          onDone={() => setOpen(false)}
        />
      ) : may.revise ? (
        <UnstyledButton className={classes["value"]} onClick={() => setOpen(true)}>
          {words}
          <IconPencil size={15} aria-hidden="true" />
        </UnstyledButton>
      ) : (
        <span className={classes["value"]}>{words}</span>
      )}
    </div>
  );
}

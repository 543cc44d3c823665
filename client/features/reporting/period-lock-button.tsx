import { Button } from "@mantine/core";
import { IconLock, IconLockOpen } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import type { PeriodRow } from "#shared/features/reporting/period.ts";

const ConfirmDialog = lazy(() =>
  import("#client/ui/confirm-dialog.tsx").then((part) => ({ default: part.ConfirmDialog })),
);

/** Closes a period, or opens it again, after saying what that does and what it does not. */
export function PeriodLockButton({ period }: { period: PeriodRow }) {
  const { t } = useTranslation();
  const [isAsking, setIsAsking] = useState(false);
  const lock = useMutation(trpc.period.lock.mutationOptions({ onSuccess: () => setIsAsking(false) }));
  const isLocked = period.lockedAt !== null;
  const word = isLocked ? "unlock" : "lock";
  return (
    <>
      <Button
        variant="default"
        leftSection={
          isLocked ? <IconLockOpen size={17} aria-hidden="true" /> : <IconLock size={17} aria-hidden="true" />
        }
        onClick={() => setIsAsking(true)}
        data-chrome
      >
        {t(`reporting:${word}`)}
      </Button>
      <Suspense>
        {isAsking ? (
          <ConfirmDialog
            isOpen
            title={t(`reporting:${word}Title`, { number: period.number })}
            confirmLabel={t(`reporting:${word}`)}
            isBusy={lock.isPending}
            error={lock.error}
            onConfirm={() => lock.mutate({ id: period.id, version: period.version, locked: !isLocked })}
            onClose={() => setIsAsking(false)}
          >
            <p>{t(`reporting:${word}Text`)}</p>
          </ConfirmDialog>
        ) : null}
      </Suspense>
    </>
  );
}

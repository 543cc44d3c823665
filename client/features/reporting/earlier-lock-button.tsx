import { Button } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import type { PeriodRow } from "#shared/features/reporting/period.ts";

const ConfirmDialog = lazy(() =>
  import("#client/ui/confirm-dialog.tsx").then((part) => ({ default: part.ConfirmDialog })),
);

type Props = { projectId: string; earlier: readonly PeriodRow[] };

/** Closes all earlier periods that are still open, together. */
export function EarlierLockButton({ projectId, earlier }: Props) {
  const { t } = useTranslation();
  const [isAsking, setIsAsking] = useState(false);
  const lock = useMutation(trpc.period.lockMany.mutationOptions({ onSuccess: () => setIsAsking(false) }));
  const open = earlier.filter(({ lockedAt }) => lockedAt === null);
  if (open.length === 0) return null;
  const label = t("reporting:lockOthers", { count: open.length });
  const close = () =>
    lock.mutate({ projectId, locked: true, periods: open.map(({ id, version }) => ({ id, version })) });
  return (
    <>
      <Button
        variant="subtle"
        leftSection={<IconLock size={17} aria-hidden="true" />}
        onClick={() => setIsAsking(true)}
        data-chrome
      >
        {label}
      </Button>
      <Suspense>
        {isAsking ? (
          <ConfirmDialog
            isOpen
            title={label}
            confirmLabel={t("reporting:lock")}
            isBusy={lock.isPending}
            error={lock.error}
            onConfirm={close}
            onClose={() => setIsAsking(false)}
          >
            <p>{t("reporting:lockText")}</p>
          </ConfirmDialog>
        ) : null}
      </Suspense>
    </>
  );
}

import { Button } from "@mantine/core";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { useRemoveSample } from "#client/features/samples/use-remove-sample.ts";

const ConfirmDialog = lazy(() =>
  import("#client/ui/confirm-dialog.tsx").then((part) => ({ default: part.ConfirmDialog })),
);

/** Takes the sample out again, after saying what goes and what stays. For administrators. */
export function SampleRemoveButton({ isQuiet = false }: { isQuiet?: boolean }) {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  const [wasAsked, setAsked] = useState(false);
  const remove = useRemoveSample();
  const ask = () => {
    setAsked(true);
    setAsking(true);
  };
  return (
    <>
      <Button
        onClick={ask}
        data-chrome
        {...(isQuiet ? { variant: "subtle", color: "gray", size: "compact-sm" } : { variant: "default" })}
      >
        {t("samples:remove.open")}
      </Button>
      {wasAsked ? (
        <Suspense>
          <ConfirmDialog
            isOpen={isAsking}
            isDangerous
            title={t("samples:remove.title")}
            confirmLabel={t("samples:remove.confirm")}
            isBusy={remove.isPending || remove.isSuccess}
            error={remove.error}
            onClose={() => setAsking(false)}
            onConfirm={() => remove.mutate()}
          >
            <p style={{ marginBlockStart: 0 }}>{t("samples:remove.goes")}</p>
            <p style={{ marginBlockEnd: 0 }}>{t("samples:remove.stays")}</p>
          </ConfirmDialog>
        </Suspense>
      ) : null}
    </>
  );
}

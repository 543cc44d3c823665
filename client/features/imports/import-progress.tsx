import { Button, Progress } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import classes from "#client/features/imports/imports.module.css";

type Props = { id: string; onStop: () => void };

/** How much of an import is written, asked for twice a second, and the way to stop it. */
export function ImportProgress({ id, onStop }: Props) {
  const { t } = useTranslation();
  const found = useQuery(trpc.import.progress.queryOptions({ id }, { refetchInterval: 500, gcTime: 0 }));
  const percent = found.data?.percent ?? null;
  return (
    <div className={classes["running"]}>
      <p role="status">{percent === null ? t("imports:writing") : t("imports:percent", { percent })}</p>
      <Progress value={percent ?? 100} animated={percent === null} aria-label={t("imports:writing")} />
      <Button variant="default" size="xs" onClick={onStop} className={classes["stop"] ?? ""}>
        {t("imports:stop")}
      </Button>
    </div>
  );
}

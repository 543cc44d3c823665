import { ActionIcon, Progress } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#client/lib/use-format.ts";
import classes from "#client/ui/progress-tray.module.css";

/** A long job as the tray shows it; `basisPoints` of the work done. */
export type TrayJob = {
  id: string;
  title: string;
  state: "running" | "done" | "failed";
  basisPoints: number;
  note?: ReactNode;
  action?: ReactNode;
};

type Props = { jobs: readonly TrayJob[]; onDismiss: (id: string) => void };

/** Long jobs in the lower right corner, out of the way of the work that goes on; spoken at every quarter. */
export function ProgressTray({ jobs, onDismiss }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  if (jobs.length === 0) return null;
  const wordsOf = (job: TrayJob, basisPoints: number) =>
    job.state === "running" ? t("ui:jobs.percent", { percent: format.share(basisPoints) }) : t(`ui:jobs.${job.state}`);
  return (
    <section className={classes["tray"]} aria-label={t("ui:jobs.title")} data-chrome>
      {jobs.map((job) => (
        <div key={job.id} className={classes["job"]}>
          <div className={classes["line"]}>
            <strong className={classes["title"]}>{job.title}</strong>
            {job.state === "running" ? null : (
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t("ui:jobs.dismiss")}
                onClick={() => onDismiss(job.id)}
              >
                <IconX size={16} aria-hidden="true" />
              </ActionIcon>
            )}
          </div>
          {job.state === "running" ? <Progress value={job.basisPoints / 100} aria-label={job.title} size="sm" /> : null}
          <div className={classes["line"]}>
            <span className={classes["words"]}>{job.note ?? wordsOf(job, job.basisPoints)}</span>
            {job.action}
          </div>
          <span role={job.state === "failed" ? "alert" : "status"} className={classes["spoken"]}>
            {job.title}: {wordsOf(job, Math.floor(job.basisPoints / 2500) * 2500)}
          </span>
        </div>
      ))}
    </section>
  );
}

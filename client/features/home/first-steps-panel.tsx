import { Button } from "@mantine/core";
import { IconCircle, IconCircleCheck } from "@tabler/icons-react";
import { Link, type LinkProps } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import classes from "#client/features/home/home.module.css";
import { SampleOffer } from "#client/features/samples/sample-offer.tsx";
import { useLocalSetting } from "#client/lib/local-setting.ts";
import { PagePanel } from "#client/ui/page-panel.tsx";
import { type ChecklistStep, checklistSteps } from "#shared/features/home/checklist-words.ts";
import type { Home } from "#shared/features/home/home.ts";

/** The first five steps with what is done of them; goes away when all are done or when it is dismissed. */
export function FirstStepsPanel({ home }: { home: Home }) {
  const { t } = useTranslation();
  const [dismissed, setDismissed] = useLocalSetting("consortia-first-steps", "");
  const isDone = home.done.length === checklistSteps.length;
  if (isDone || dismissed === home.organisationId || home.organisationId === null) return null;
  const { organisationId } = home;
  const links: Record<ChecklistStep, LinkProps> = {
    profile: { to: "/organisations/$organisationId", params: { organisationId } },
    members: { to: "/organisations" },
    project: { to: "/projects" },
    plan: { to: "/projects" },
    contributions: { to: "/projects" },
  };
  return (
    <PagePanel
      title={t("home:firstSteps")}
      description={t("home:stepsDone", { done: home.done.length, total: checklistSteps.length })}
      actions={
        <Button variant="subtle" color="gray" size="xs" onClick={() => setDismissed(organisationId)}>
          {t("home:dismiss")}
        </Button>
      }
    >
      <ol className={classes["steps"]}>
        {checklistSteps.map((step) => {
          const done = home.done.includes(step);
          return (
            <li key={step}>
              {done ? (
                <IconCircleCheck size={20} role="img" aria-label={t("home:done")} />
              ) : (
                <IconCircle size={20} role="img" aria-label={t("home:notDone")} />
              )}
              <div>
                {done ? (
                  <span className={classes["done"]}>{t(`home:step.${step}`)}</span>
                ) : (
                  <Link {...links[step]} className={classes["link"] ?? ""}>
                    {t(`home:step.${step}`)}
                  </Link>
                )}
                {done ? null : <p>{t(`home:stepText.${step}`)}</p>}
              </div>
            </li>
          );
        })}
      </ol>
      {home.done.includes("project") ? null : (
        <div className={classes["sample"]}>
          <SampleOffer />
        </div>
      )}
    </PagePanel>
  );
}

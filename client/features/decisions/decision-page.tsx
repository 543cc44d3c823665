import { Button } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { DecisionActions } from "#client/features/decisions/decision-actions.tsx";
import { DecisionFacts } from "#client/features/decisions/decision-facts.tsx";
import { DecisionResultPanel } from "#client/features/decisions/decision-result-panel.tsx";
import { outcomeOf } from "#client/features/decisions/decision-tones.ts";
import { ElectorPanel } from "#client/features/decisions/elector-panel.tsx";
import { VotePanel } from "#client/features/decisions/vote-panel.tsx";
import classes from "#client/features/decisions/decision.module.css";
import { usePageTitle } from "#client/lib/page-title.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { Loading } from "#client/ui/loading.tsx";
import { PageHeader } from "#client/ui/page-header.tsx";
import { PagePanel } from "#client/ui/page-panel.tsx";
import { StateBadge } from "#client/ui/state-badge.tsx";

/** One question: what is asked, our vote, who has voted, and the result once it is closed. */
export function DecisionPage() {
  const { t } = useTranslation();
  const { projectId, decisionId } = useParams({ from: "/projects/$projectId/decisions/$decisionId/" });
  const found = useQuery(trpc.decision.show.queryOptions({ id: decisionId }));
  const decision = found.data;
  usePageTitle(decision && t("decisions:numbered", { number: decision.number }));
  if (decision === undefined)
    return found.error ? <FaultAlert error={found.error} onRetry={() => void found.refetch()} /> : <Loading />;
  const { key, tone } = outcomeOf({ state: decision.state, accepted: decision.result?.accepted ?? null });
  return (
    <>
      <PageHeader
        title={`${decision.number}. ${decision.title}`}
        actions={
          decision.state === "closed" ? (
            <Button
              variant="default"
              leftSection={<IconPrinter size={18} aria-hidden="true" />}
              renderRoot={(props) => (
                <Link
                  to="/projects/$projectId/decisions/$decisionId/minutes"
                  params={{ projectId, decisionId }}
                  {...props}
                />
              )}
            >
              {t("decisions:minutes")}
            </Button>
          ) : undefined
        }
      />
      <div className={classes["stack"]}>
        <PagePanel title={t("decisions:questionTitle")} actions={<DecisionActions decision={decision} />}>
          <div className={classes["stack"]}>
            <div>
              <StateBadge tone={tone}>{t(`decisions:outcome.${key}`)}</StateBadge>
            </div>
            {decision.text === "" ? null : <p className={classes["text"]}>{decision.text}</p>}
            {decision.reason === "" ? null : (
              <p className={classes["text"]}>{t("decisions:cancelledWhy", { reason: decision.reason })}</p>
            )}
            <DecisionFacts decision={decision} />
          </div>
        </PagePanel>
        {decision.result === null ? null : <DecisionResultPanel decision={decision} result={decision.result} />}
        {decision.may.vote ? <VotePanel key={decision.ownVote?.version ?? 0} decision={decision} /> : null}
        {decision.electors.length === 0 ? null : <ElectorPanel decision={decision} />}
      </div>
    </>
  );
}

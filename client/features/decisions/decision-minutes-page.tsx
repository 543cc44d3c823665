import { Button } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { DecisionFacts } from "#client/features/decisions/decision-facts.tsx";
import { MinutesTable } from "#client/features/decisions/minutes-table.tsx";
import { resultSentence } from "#client/features/decisions/result-sentence.ts";
import classes from "#client/features/decisions/decision.module.css";
import { usePageTitle } from "#client/lib/page-title.ts";
import { useFormat } from "#client/lib/use-format.ts";
import { EmptyState } from "#client/ui/empty-state.tsx";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { Loading } from "#client/ui/loading.tsx";
import { PageHeader } from "#client/ui/page-header.tsx";

/** The minutes of a closed vote, for print and signature. */
export function DecisionMinutesPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { decisionId } = useParams({ from: "/projects/$projectId/decisions/$decisionId/minutes" });
  const found = useQuery(trpc.decision.show.queryOptions({ id: decisionId }));
  const decision = found.data;
  usePageTitle(decision && t("decisions:numbered", { number: decision.number }));
  if (decision === undefined)
    return found.error ? <FaultAlert error={found.error} onRetry={() => void found.refetch()} /> : <Loading />;
  const { result } = decision;
  return (
    <>
      <PageHeader
        title={t("decisions:minutesOf", { number: decision.number })}
        actions={
          <Button leftSection={<IconPrinter size={18} aria-hidden="true" />} onClick={() => window.print()}>
            {t("decisions:print")}
          </Button>
        }
      />
      {result === null ? (
        <EmptyState kind="nothing-yet" title={t("decisions:notClosed")} />
      ) : (
        <article className={classes["minutes"]}>
          <p className={classes["sentence"]}>{decision.title}</p>
          {decision.text === "" ? null : <p className={classes["text"]}>{decision.text}</p>}
          <h2>{t("decisions:rules")}</h2>
          <DecisionFacts decision={decision} />
          <h2>{t("decisions:result")}</h2>
          <p className={classes["text"]}>{resultSentence(result, t, format)}</p>
          <h2>{t("decisions:votes")}</h2>
          <MinutesTable decision={decision} />
          <div className={classes["signature"]}>
            <span>{t("decisions:signaturePlace")}</span>
            <span>{t("decisions:signature")}</span>
          </div>
        </article>
      )}
    </>
  );
}

import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { AnswersPanel } from "#client/features/home/answers-panel.tsx";
import { FirstStepsPanel } from "#client/features/home/first-steps-panel.tsx";
import classes from "#client/features/home/home.module.css";
import { PortfolioPanel } from "#client/features/home/portfolio-panel.tsx";
import { PromisesPanel } from "#client/features/home/promises-panel.tsx";
import { SampleOffer } from "#client/features/samples/sample-offer.tsx";
import { SamplePanel } from "#client/features/samples/sample-panel.tsx";
import { ToReportPanel } from "#client/features/home/to-report-panel.tsx";
import { EmptyState } from "#client/ui/empty-state.tsx";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { Loading } from "#client/ui/loading.tsx";
import { PageHeader } from "#client/ui/page-header.tsx";

/** The first page: what is asked of us, and for clusters and coordinators how all projects stand. */
export function HomePage() {
  const { t } = useTranslation();
  const found = useQuery(trpc.home.show.queryOptions({}));
  const home = found.data;
  return (
    <>
      <PageHeader
        title={home?.organisationName ?? t("frame:home")}
        description={home?.ownPart ? t("home:ownPart") : t("home:welcome")}
        actions={
          home?.mayCreateProject ? (
            <Button component={Link} to="/projects" variant="default">
              {t("home:toProjects")}
            </Button>
          ) : undefined
        }
      />
      <FaultAlert error={found.error} onRetry={() => void found.refetch()} />
      {home === undefined ? (
        found.error ? null : (
          <Loading />
        )
      ) : (
        <div className={classes["stack"]}>
          {home.organisationId === null ? (
            <EmptyState kind="no-right" title={t("home:noOrganisation")} action={<SampleOffer />}>
              {t("home:noOrganisationText")}
            </EmptyState>
          ) : null}
          <FirstStepsPanel home={home} />
          {home.ownPart === null ? null : (
            <div className={classes["columns"]}>
              <ToReportPanel rows={home.ownPart.toReport} />
              <AnswersPanel ownPart={home.ownPart} />
            </div>
          )}
          {home.portfolio === null ? null : <PortfolioPanel rows={home.portfolio.rows} />}
          {home.ownPart === null ? null : <PromisesPanel rows={home.ownPart.promises} />}
          {home.organisationId === null ? null : <SamplePanel isOffered={home.done.includes("project")} />}
        </div>
      )}
    </>
  );
}

import { useQuery } from "@tanstack/react-query";
import { Outlet, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { UnknownPage } from "#client/app/unknown-page.tsx";
import { ProjectNotice } from "#client/features/projects/project-notice.tsx";
import { faultOf } from "#client/lib/fault.ts";
import { usePageTitle } from "#client/lib/page-title.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";

/** Around every page of a project: its name in the frame, and what must be said on all of them. */
export function ProjectFrame() {
  const { t } = useTranslation();
  const { projectId } = useParams({ from: "/projects/$projectId" });
  const project = useQuery(trpc.project.show.queryOptions({ projectId }));
  usePageTitle(project.data?.acronym);
  if (project.error && ["NOT_FOUND", "INPUT"].includes(faultOf(project.error).appCode)) return <UnknownPage />;
  return (
    <>
      <FaultAlert error={project.error} onRetry={() => void project.refetch()} />
      {project.data?.relation === "invited" ? <ProjectNotice project={project.data} /> : null}
      {project.data?.status === "cancelled" ? <p role="note">{t("projects:closedNote")}</p> : null}
      <Outlet />
    </>
  );
}

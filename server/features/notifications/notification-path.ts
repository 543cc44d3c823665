import type { TalkRecord } from "#server/features/members/record-queries.ts";

type Told = { projectId: string | null; organisationId: string | null; kind: string; entity: string; entityId: string };

const pages: Record<string, string> = {
  milestone: "/milestones",
  participant: "/members",
  invitation: "/members",
};

/** The page on which somebody finds what a notification tells of. */
export function notificationPath(
  { projectId, organisationId, kind, entity, entityId }: Told,
  record: TalkRecord | null,
): string {
  if (entity === "access") return organisationId === null ? "/" : `/organisations/${organisationId}`;
  if (projectId === null) return "/";
  const project = `/projects/${projectId}`;
  if (record?.subject === "stream") return `${project}/streams/${record.subjectId}`;
  if (record?.subject === "contribution") return `${project}/contributions?selected=${record.subjectId}`;
  if (record?.subject === "update") {
    const tab = record.ownerId === organisationId ? "write" : "review";
    return `${project}/updates?period=${record.periodId ?? ""}&tab=${tab}&selected=${entityId}`;
  }
  if (entity === "period") return `${project}/updates?period=${entityId}${kind === "submitted" ? "&tab=review" : ""}`;
  if (entity === "decision") return `${project}/decisions/${entityId}`;
  if (kind === "reminder" && entity === "project") return `${project}/gaps`;
  return project + (pages[entity] ?? "");
}

import { IconAlertTriangle } from "@tabler/icons-react";
import { Link, type LinkProps } from "@tanstack/react-router";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import classes from "#client/features/projects/project-page.module.css";
import { useFormat } from "#client/lib/use-format.ts";
import { PagePanel } from "#client/ui/page-panel.tsx";
import type { ProjectOverview } from "#shared/features/projects/project-overview.ts";

type Point = { id: string; text: string; link: LinkProps };

/** What asks for somebody's attention, each with the way to the place where it is settled; nothing when all is well. */
export function ProjectAttentionPanel({ overview }: { overview: ProjectOverview }) {
  const { t } = useTranslation();
  const format = useFormat();
  const points = pointsOf(overview, t, format.list);
  if (points.length === 0) return null;
  return (
    <PagePanel title={t("projects:attention.title")}>
      <ul className={classes["points"]}>
        {points.map((point) => (
          <li key={point.id}>
            <IconAlertTriangle size={17} aria-hidden="true" />
            <Link {...point.link}>{point.text}</Link>
          </li>
        ))}
      </ul>
    </PagePanel>
  );
}

function pointsOf(overview: ProjectOverview, t: TFunction, list: (names: readonly string[]) => string): Point[] {
  const { attention, participants, streams, milestones, project } = overview;
  if (attention === null) return [];
  const at = (place: string, search: Record<string, string> = {}): LinkProps =>
    ({ to: `/projects/${project.id}/${place}`, search }) as unknown as LinkProps;
  const nameOf = (id: string) => {
    const row = participants.find((each) => each.id === id);
    return row?.shortName ?? row?.name ?? "";
  };
  const leaderless = streams.filter((row) => row.state !== "dropped" && row.warnings.includes("NO_LEAD"));
  const unanswered = participants.filter((row) => row.state === "invited");
  const late = [...new Set(attention.lateReports.map((report) => report.participantId))];
  const overdue = milestones.filter((row) => row.isLate);
  const point = (id: string, count: number, link: LinkProps, names: string[] = []): Point[] =>
    count === 0 ? [] : [{ id, text: t(`projects:attention.${id}`, { count, names: list(names) }), link }];
  return [
    ...point(
      "leaderless",
      leaderless.length,
      at("streams"),
      leaderless.map((row) => row.code),
    ),
    ...point("unvalued", attention.unvaluedLines, at("contributions")),
    ...point("proposed", attention.proposedLines, at("contributions", { state: "proposed" })),
    ...point("countered", attention.counteredLines, at("contributions", { state: "countered" })),
    ...point(
      "unanswered",
      unanswered.length,
      at("members", { state: "invited" }),
      unanswered.map((row) => row.shortName ?? row.name),
    ),
    ...point("late", late.length, at("updates"), late.map(nameOf)),
    ...point(
      "overdue",
      overdue.length,
      at("milestones"),
      overdue.map((row) => row.title),
    ),
  ];
}

import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import classes from "#client/features/home/home.module.css";
import { useFormat } from "#client/lib/use-format.ts";
import { StateBadge } from "#client/ui/state-badge.tsx";
import type { OwnPart } from "#shared/features/home/home.ts";

/** An open vote that asks for ours. */
export function VoteItem({ vote }: { vote: OwnPart["votes"][number] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <li>
      <div className={classes["top"]}>
        <Link
          to="/projects/$projectId/decisions/$decisionId"
          params={{ projectId: vote.projectId, decisionId: vote.id }}
          className={classes["link"] ?? ""}
        >
          {vote.title}
        </Link>
        <StateBadge tone="waiting">{t("home:voteTitle")}</StateBadge>
      </div>
      <div className={classes["facts"]}>
        <span>{vote.acronym}</span>
        <span>{t("home:voteUntil", { at: format.instant(vote.closesAt) })}</span>
      </div>
    </li>
  );
}

import { IconArrowRight, IconListSearch } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import classes from "#client/features/gaps/gaps.module.css";

/** How many gaps a project has and how many of them are ours, with the way to them; nothing while all is clear. */
export function GapNotice({ projectId }: { projectId: string }) {
  const { t } = useTranslation();
  const found = useQuery(trpc.gap.list.queryOptions({ projectId, pageSize: 1 }));
  const counts = found.data?.counts;
  if (counts === undefined || counts.all === 0) return null;
  return (
    <Link to="/projects/$projectId/gaps" params={{ projectId }} className={classes["notice"]}>
      <IconListSearch size={20} aria-hidden="true" />
      <span>
        <strong>{t("gaps:count", { count: counts.all })}</strong>
        {counts.ours > 0 ? ` · ${t("gaps:oursCount", { count: counts.ours })}` : ""}
      </span>
      <span className={classes["open"]}>
        {t("gaps:open")}
        <IconArrowRight size={16} aria-hidden="true" />
      </span>
    </Link>
  );
}

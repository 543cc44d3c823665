import { IconMessage } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import classes from "#client/features/comments/comments.module.css";

/** A small sign that a record is talked about, with the number of comments; nothing when there are none. */
export function CommentCount({ count }: { count: number }) {
  const { t } = useTranslation();
  if (count === 0) return null;
  return (
    <span className={classes["count"]} title={t("comments:count", { count })}>
      <IconMessage size={15} role="img" aria-label={t("comments:count", { count })} />
      <span aria-hidden="true">{count}</span>
    </span>
  );
}

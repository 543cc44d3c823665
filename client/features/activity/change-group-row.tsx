import { useState } from "react";
import { Anchor } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { ChangeFieldList } from "#client/features/activity/change-field-list.tsx";
import { actionOf } from "#client/features/activity/change-groups.ts";
import { shownFields } from "#client/features/activity/change-value.ts";
import classes from "#client/features/activity/activity.module.css";
import { ChangeUndoButton } from "#client/features/activity/change-undo-button.tsx";
import { PersonAvatar } from "#client/ui/person-avatar.tsx";
import { RelativeTime } from "#client/ui/relative-time.tsx";
import { StateBadge } from "#client/ui/state-badge.tsx";
import type { ChangeRow } from "#shared/features/changes/change.ts";

type Props = { rows: ChangeRow[]; labels: Record<string, string>; currency: string };

const shownAtOnce = 3;

/** One act of one person, which may have touched many records: who, for whom, when, and what on demand. */
export function ChangeGroupRow({ rows, labels, currency }: Props) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const first = rows[0];
  if (!first) return null;
  const shown = isOpen ? rows : rows.slice(0, shownAtOnce);
  const hidden = rows.length - shown.length;
  const actor = first.actorName ?? t("activity:system");
  return (
    <li className={classes["group"]}>
      <PersonAvatar name={actor} />
      <div className={classes["body"]}>
        <p className={classes["who"]}>
          <strong>{actor}</strong>{" "}
          {first.actingForName ? (
            <span className={classes["dimmed"]}>{t("activity:actingFor", { name: first.actingForName })}</span>
          ) : null}{" "}
          <span className={classes["dimmed"]}>
            · <RelativeTime at={first.at} />
          </span>
        </p>
        <ul className={classes["records"]} data-undone={first.isUndone || undefined}>
          {shown.map((row) => (
            <ChangeRecord key={row.seq} row={row} labels={labels} currency={currency} />
          ))}
        </ul>
        {hidden > 0 ? (
          <Anchor component="button" type="button" size="sm" onClick={() => setOpen(true)}>
            {t("activity:more", { count: hidden })}
          </Anchor>
        ) : null}
      </div>
      {first.isUndone ? <StateBadge tone="idle">{t("activity:undo.isUndone")}</StateBadge> : null}
      {first.mayUndo ? <ChangeUndoButton groupId={first.groupId} /> : null}
    </li>
  );
}

function ChangeRecord({ row, labels, currency }: { row: ChangeRow; labels: Record<string, string>; currency: string }) {
  const { t } = useTranslation();
  const entity = t(`activity:entities.${row.entity}`, { defaultValue: row.entity });
  const action = t(`activity:actions.${actionOf(row)}`, { defaultValue: row.action });
  const sentence =
    row.title === null
      ? t("activity:sentencePlain", { entity, action })
      : t("activity:sentence", { entity, action, title: row.title });
  const count = shownFields(row.fields).length;
  if (count === 0) return <li>{sentence}</li>;
  return (
    <li>
      <details className={classes["details"]}>
        <summary>
          {sentence} <span className={classes["dimmed"]}>({t("activity:fieldCount", { count })})</span>
        </summary>
        <ChangeFieldList fields={row.fields} labels={labels} currency={currency} isNew={row.action === "created"} />
      </details>
    </li>
  );
}

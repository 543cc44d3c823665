import { Anchor } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { IconPencil } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import classes from "#client/features/organisations/membership-panel.module.css";
import { useFormat } from "#client/lib/use-format.ts";
import { IconButton } from "#client/ui/icon-button.tsx";
import type { MembershipView } from "#shared/features/organisations/organisation-views.ts";

type Props = { membership: MembershipView; onEdit: () => void };

/** One membership: the other side, since when and until when, and the way to change it. */
export function MembershipRow({ membership, onEdit }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { sinceOn, untilOn, isCurrent, organisation, may } = membership;
  const dates =
    sinceOn !== null && untilOn !== null
      ? t("organisations:membership.between", { from: format.day(sinceOn), to: format.day(untilOn) })
      : sinceOn !== null
        ? t("organisations:membership.since", { day: format.day(sinceOn) })
        : untilOn !== null
          ? t("organisations:membership.until", { day: format.day(untilOn) })
          : null;
  const notes = [dates, isCurrent ? null : t("organisations:membership.ended")].filter((note) => note !== null);
  return (
    <div className={classes["row"]} data-ended={isCurrent ? undefined : true}>
      <div className={classes["name"]}>
        <Anchor
          component={Link}
          to="/organisations/$organisationId"
          params={{ organisationId: organisation.id } as never}
        >
          {organisation.name}
        </Anchor>
        {notes.length === 0 ? null : <div className={classes["dates"]}>{notes.join(" · ")}</div>}
      </div>
      {may.revise ? (
        <IconButton
          icon={IconPencil}
          size={28}
          label={t("organisations:membership.edit", { name: organisation.name })}
          onClick={onEdit}
        />
      ) : null}
    </div>
  );
}

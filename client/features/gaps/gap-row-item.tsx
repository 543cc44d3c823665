import { Button } from "@mantine/core";
import { IconBell } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { gapLink, gapText, severityTones } from "#client/features/gaps/gap-text.ts";
import classes from "#client/features/gaps/gaps.module.css";
import { useFormat } from "#client/lib/use-format.ts";
import { RelativeTime } from "#client/ui/relative-time.tsx";
import { StateBadge } from "#client/ui/state-badge.tsx";
import type { GapRow } from "#shared/features/gaps/gap.ts";

type Props = {
  projectId: string;
  gap: GapRow;
  currency: string;
  /** Where rows are not grouped by owner, each names its own. */
  namesOwner: boolean;
  isBusy: boolean;
  onRemind: () => void;
};

/** One gap: how bad, what it is with the way there, when it was reminded of, and one tap to remind. */
export function GapRowItem({ projectId, gap, currency, namesOwner, isBusy, onRemind }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const name = gap.owner.name || t("gaps:nobody");
  return (
    <li className={classes["gap"]}>
      <StateBadge tone={severityTones[gap.severity]}>{t(`gaps:severity.${gap.severity}`)}</StateBadge>
      <div className={classes["words"]}>
        <Link {...gapLink(projectId, gap)}>{gapText(gap, currency, t, format)}</Link>
        <small>
          {namesOwner ? <span>{name}</span> : null}
          {gap.reminded === null ? null : (
            <span>
              {t("gaps:remindedAt")} <RelativeTime at={gap.reminded.at} />
              {gap.reminded.byName === null ? "" : ` · ${gap.reminded.byName}`}
            </span>
          )}
        </small>
      </div>
      {gap.mayRemind ? (
        <Button
          size="xs"
          variant="default"
          loading={isBusy}
          leftSection={<IconBell size={15} aria-hidden="true" />}
          aria-label={t("gaps:remindNamed", { name, gap: t(`gaps:kind.${gap.kind}`) })}
          onClick={onRemind}
          data-chrome
        >
          {t("gaps:remind")}
        </Button>
      ) : null}
    </li>
  );
}

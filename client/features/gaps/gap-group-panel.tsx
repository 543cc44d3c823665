import { Button } from "@mantine/core";
import { IconBellRinging } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { GapRowItem } from "#client/features/gaps/gap-row-item.tsx";
import classes from "#client/features/gaps/gaps.module.css";
import { useGapReminder } from "#client/features/gaps/use-gap-reminder.ts";
import { PagePanel } from "#client/ui/page-panel.tsx";
import type { GapList, GapRow } from "#shared/features/gaps/gap.ts";
import type { ListGapsInput } from "#shared/features/gaps/gap.ts";

type Props = {
  projectId: string;
  rows: readonly GapRow[];
  list: GapList;
  grouping: ListGapsInput["grouping"];
};

/** The gaps of one owner, with one tap to remind of all of them, or those of one kind. */
export function GapGroupPanel({ projectId, rows, list, grouping }: Props) {
  const { t } = useTranslation();
  const { one, all } = useGapReminder();
  const [first] = rows;
  if (!first) return null;
  const { owner, isOurs } = first;
  const isByOwner = grouping === "owner";
  const known = list.counts.owners.find(({ organisationId }) => organisationId === owner.organisationId);
  const count = isByOwner ? known?.count : list.counts.kinds.find(({ kind }) => kind === first.kind)?.count;
  const { organisationId } = owner;
  const title = isByOwner ? owner.name || t("gaps:nobody") : t(`gaps:kind.${first.kind}`);
  return (
    <PagePanel
      title={
        <span className={classes["title"]}>
          {title}
          <span className={classes["count"]}>{t("gaps:count", { count: count ?? rows.length })}</span>
        </span>
      }
      description={isByOwner ? (isOurs ? t("gaps:oursHint") : t(`gaps:side.${owner.side}`)) : undefined}
      actions={
        isByOwner && known?.mayRemind && organisationId !== null && rows.length > 1 ? (
          <Button
            size="xs"
            variant="light"
            loading={all.isPending}
            leftSection={<IconBellRinging size={15} aria-hidden="true" />}
            aria-label={t("gaps:remindAllNamed", { name: owner.name })}
            onClick={() => all.mutate({ projectId, organisationId })}
          >
            {t("gaps:remindAll")}
          </Button>
        ) : undefined
      }
    >
      <ul className={classes["gaps"]}>
        {rows.map((gap) => (
          <GapRowItem
            key={gap.key}
            projectId={projectId}
            gap={gap}
            currency={list.currency}
            namesOwner={!isByOwner}
            isBusy={one.isPending && one.variables.gapKey === gap.key}
            onRemind={() => one.mutate({ projectId, gapKey: gap.key })}
          />
        ))}
      </ul>
    </PagePanel>
  );
}

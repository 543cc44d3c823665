import type { TFunction } from "i18next";
import { CommentCount } from "#client/features/comments/comment-count.tsx";
import { StreamMark } from "#client/features/streams/stream-mark.tsx";
import { StreamOrderButtons } from "#client/features/streams/stream-order-buttons.tsx";
import { streamTones } from "#client/features/streams/stream-tones.ts";
import { TrlLadderChart } from "#client/features/streams/trl-ladder-chart.tsx";
import type { Column } from "#client/ui/data-table.tsx";
import { NoValue } from "#client/ui/no-value.tsx";
import { StateBadge } from "#client/ui/state-badge.tsx";
import type { StreamRow } from "#shared/features/streams/stream.ts";

type Order = { projectId: string; rows: readonly StreamRow[] };

/** Columns of the list of streams; with `order` each row can be moved. */
export function streamColumns(
  t: TFunction,
  order: Order | null,
  comments: (id: string) => number,
): Column<StreamRow>[] {
  const columns: Column<StreamRow>[] = [
    {
      id: "code",
      header: t("streams:fields.code"),
      cell: (row) => <StreamMark code={row.code} colour={row.colour} pattern={row.pattern} />,
    },
    {
      id: "title",
      header: t("streams:fields.title"),
      isName: true,
      cell: (row) => (
        <>
          {row.title} <CommentCount count={comments(row.id)} />
        </>
      ),
    },
    { id: "kind", header: t("streams:fields.kind"), isWideOnly: true, cell: (row) => t(`streams:kind.${row.kind}`) },
    { id: "lead", header: t("streams:fields.lead"), cell: (row) => row.leadName ?? <NoValue /> },
    {
      id: "trl",
      header: t("streams:trl.title"),
      cell: (row) => <TrlLadderChart start={row.trlStart} now={row.trlNow} target={row.trlTarget} />,
    },
    { id: "months", header: t("streams:months"), isWideOnly: true, cell: (row) => monthsOf(row) ?? <NoValue /> },
    { id: "state", header: t("streams:fields.state"), cell: (row) => stateCell(t, row) },
  ];
  if (order === null) return columns;
  return [
    ...columns,
    {
      id: "order",
      header: t("streams:order"),
      isWideOnly: true,
      cell: (row) => <StreamOrderButtons {...order} stream={row} />,
    },
  ];
}

function stateCell(t: TFunction, row: StreamRow) {
  return (
    <>
      <StateBadge tone={streamTones[row.state]}>{t(`streams:state.${row.state}`)}</StateBadge>
      {row.warnings.map((warning) => (
        <div key={warning}>
          <StateBadge tone="warning">{t(`streams:warning.${warning}`)}</StateBadge>
        </div>
      ))}
    </>
  );
}

function monthsOf({ startMonth, endMonth }: StreamRow): string | null {
  return startMonth === null && endMonth === null ? null : `${startMonth ?? "…"}–${endMonth ?? "…"}`;
}

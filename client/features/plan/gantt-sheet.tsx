import { type RefObject, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { GanttBarButton } from "#client/features/plan/gantt-bar-button.tsx";
import { GanttGround } from "#client/features/plan/gantt-ground.tsx";
import { GanttLineList } from "#client/features/plan/gantt-line-list.tsx";
import { GanttLinkDrag } from "#client/features/plan/gantt-link-drag.tsx";
import { GanttMarkButton } from "#client/features/plan/gantt-mark-button.tsx";
import { colourOf, GanttPaints } from "#client/features/plan/gantt-paints.tsx";
import classes from "#client/features/plan/gantt.module.css";
import type { GanttDraft } from "#client/features/plan/use-gantt-draft.ts";
import { useGanttDrag } from "#client/features/plan/use-gantt-drag.ts";
import type { GanttFocus } from "#client/features/plan/use-gantt-focus.ts";
import { useGanttKeys } from "#client/features/plan/use-gantt-keys.ts";
import type { GanttLabels } from "#client/features/plan/use-gantt-labels.ts";
import type { SeenPart } from "#client/features/plan/use-visible-rows.ts";
import type { GanttPicture } from "#shared/features/plan/gantt-geometry.ts";
import { type GanttRow, ROW_HEIGHT } from "#shared/features/plan/gantt-rows.ts";
import type { ProjectPlan } from "#shared/features/plan/plan.ts";

type Props = {
  plan: ProjectPlan;
  picture: GanttPicture;
  labels: GanttLabels;
  draft: GanttDraft;
  focus: GanttFocus;
  seen: SeenPart;
  shownRows: readonly GanttRow[];
  selectedKey: string | null;
  box: RefObject<HTMLElement | null>;
  onPress: (key: string) => void;
  onToggle: (key: string) => void;
  onToday: () => void;
  onLink: (predecessorId: string | null, successorId: string) => void;
};

/** The drawing itself: ground, lines, bars and marks of the rows that are seen. */
export function GanttSheet({ plan, picture, labels, draft, focus, seen, shownRows, selectedKey, box, ...on }: Props) {
  const { t } = useTranslation();
  const sheet = useRef<SVGSVGElement>(null);
  const { scale, rows, lines, bars, marks } = picture;
  const { focusedKey } = focus;
  const mayMove = (row: GanttRow) => plan.may.plan && row.kind === "task" && !row.isDropped;
  const drag = useGanttDrag({ draft, monthWidth: scale.monthWidth, box, sheet, onLink: on.onLink });
  const onKeyDown = useGanttKeys({
    picture,
    draft,
    present: rows.find(({ key }) => key === focusedKey),
    mayMove,
    goTo: focus.goTo,
    onPress: on.onPress,
    onToggle: on.onToggle,
    onToday: on.onToday,
    onLink: (taskId) => on.onLink(null, taskId),
  });
  const [top, bottom] = [seen.first * ROW_HEIGHT, seen.last * ROW_HEIGHT];
  const shownLines = useMemo(
    () => lines.filter(({ points }) => points.some(([, y]) => y >= top) && points.some(([, y]) => y <= bottom)),
    [lines, top, bottom],
  );
  const isShown = ({ row: { y, key } }: { row: GanttRow }) => (y >= top && y < bottom) || key === focusedKey;
  const moving = new Set(draft.moves.map(({ id }) => id));
  const shared = (row: GanttRow) => ({
    label: labels.spoken(row),
    fill: fillOf(plan, row.streamId),
    isTabStop: row.key === focusedKey,
    isSelected: row.key === selectedKey,
    onFocus: focus.setFocused,
    onPress: on.onPress,
  });
  const dragged = { monthWidth: scale.monthWidth, onGrab: drag.begin, onDrag: drag.move, onDrop: drag.end };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the buttons in it, heard in one place
    <svg
      ref={sheet}
      width={picture.width}
      height={picture.height}
      className={classes["chart"]}
      role="group"
      aria-label={t("gantt:bars")}
      onKeyDown={onKeyDown}
    >
      <GanttPaints streams={plan.streams} />
      <GanttGround picture={picture} left={seen.left} right={seen.right} rows={shownRows} />
      <GanttLineList lines={shownLines} activeKey={focusedKey} />
      {bars.filter(isShown).map((bar) => {
        const { row } = bar;
        const state = { isMoving: moving.has(row.id), mayMove: mayMove(row) };
        return <GanttBarButton key={row.key} bar={bar} {...shared(row)} {...state} {...dragged} />;
      })}
      {marks.filter(isShown).map((mark) => (
        <GanttMarkButton key={mark.row.key} mark={mark} {...shared(mark.row)} />
      ))}
      <GanttLinkDrag link={drag.link} bars={bars} />
    </svg>
  );
}

/** Pattern and colour of a stream; a plain one without a pattern, which is quicker to draw. */
function fillOf(plan: ProjectPlan, streamId: string | null): string {
  const stream = plan.streams.find(({ id }) => id === streamId);
  if (!stream) return "var(--mantine-color-dimmed)";
  return stream.pattern === "solid" ? colourOf(stream.colour) : `url(#gantt-${stream.id})`;
}

import { type PointerEvent, useCallback, useEffect, useRef, useState } from "react";
import type { GanttDraft } from "#client/features/plan/use-gantt-draft.ts";
import type { GanttBar } from "#shared/features/plan/gantt-geometry.ts";
import { notBeforeFirst } from "#client/features/plan/gantt-places.ts";
import type { TaskPlace } from "#shared/features/plan/plan.ts";

export type GrabbedPart = "body" | "start" | "end" | "link";
type Grab = { part: GrabbedPart; id: string; place: TaskPlace; fromX: number; scrolledX: number };
export type LinkDrag = { fromKey: string; x: number; y: number };

const EDGE = 40;
const STEP = 14;

type Options = {
  draft: GanttDraft;
  monthWidth: number;
  box: { readonly current: HTMLElement | null };
  sheet: { readonly current: SVGSVGElement | null };
  onLink: (predecessorId: string, successorId: string) => void;
};

/** Moving, resizing and linking by pointer; Esc lets go without a change. */
export function useGanttDrag({ draft, monthWidth, box, sheet, onLink }: Options) {
  const grab = useRef<Grab | null>(null);
  const wasCancelled = useRef(false);
  const [link, setLink] = useState<LinkDrag | null>(null);
  const { cancel } = draft;
  const letGo = useCallback(() => {
    grab.current = null;
    setLink(null);
  }, []);
  useEscape(
    useCallback(() => {
      if (grab.current === null) return;
      wasCancelled.current = true;
      letGo();
      cancel();
    }, [cancel, letGo]),
  );

  const begin = (event: PointerEvent<SVGElement>, bar: GanttBar, part: GrabbedPart, place: TaskPlace) => {
    if (event.button !== 0) return;
    event.stopPropagation();
    grab.current = { part, id: bar.row.id, place, fromX: event.clientX, scrolledX: box.current?.scrollLeft ?? 0 };
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const move = (event: PointerEvent<SVGElement>) => {
    const held = grab.current;
    if (!held) return;
    scrollAtEdge(box.current, event.clientX);
    if (held.part === "link") {
      const at = sheet.current?.getBoundingClientRect();
      if (at) setLink({ fromKey: `task:${held.id}`, x: event.clientX - at.left, y: event.clientY - at.top });
      return;
    }
    const scrolled = (box.current?.scrollLeft ?? 0) - held.scrolledX;
    const months = Math.round((event.clientX - held.fromX + scrolled) / monthWidth);
    const next = placed(held, months);
    const now = draft.place ?? held.place;
    if (next.startMonth !== now.startMonth || next.endMonth !== now.endMonth) draft.hold(next);
  };
  /** Says whether something was dragged, so that a plain click can open the task. */
  const end = (event: PointerEvent<SVGElement>): boolean => {
    const held = grab.current;
    letGo();
    if (wasCancelled.current) {
      wasCancelled.current = false;
      return true;
    }
    if (!held) return false;
    if (held.part === "link") {
      const target = document.elementFromPoint(event.clientX, event.clientY)?.closest("[data-row-key^='task:']");
      const key = target?.getAttribute("data-row-key");
      if (key && key !== `task:${held.id}`) onLink(held.id, key.slice("task:".length));
      return true;
    }
    if (draft.place === null) return false;
    draft.commit();
    return true;
  };
  return { link, begin, move, end };
}

function useEscape(run: () => void): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.key === "Escape") run();
    };
    window.addEventListener("keydown", hear, true);
    return () => window.removeEventListener("keydown", hear, true);
  }, [run]);
}

function placed({ part, place }: Grab, months: number): TaskPlace {
  const { id, startMonth, endMonth } = place;
  if (part === "start") return { id, startMonth: Math.max(1, Math.min(endMonth, startMonth + months)), endMonth };
  if (part === "end") return { id, startMonth, endMonth: Math.max(startMonth, endMonth + months) };
  return notBeforeFirst({ id, startMonth: startMonth + months, endMonth: endMonth + months });
}

function scrollAtEdge(element: HTMLElement | null, x: number): void {
  if (!element) return;
  const { right } = element.getBoundingClientRect();
  const left = element.querySelector("[data-gantt-names]")?.getBoundingClientRect().right ?? 0;
  if (x > right - EDGE) element.scrollLeft += STEP;
  else if (x < left + EDGE) element.scrollLeft -= STEP;
}

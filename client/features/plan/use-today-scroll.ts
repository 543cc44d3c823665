import { type RefObject, useCallback, useEffect, useRef } from "react";

/** Room kept left of today, so that what has just ended is seen, too. */
const BEFORE = 200;

/** Brings today into sight, when asked by the returned function or by a raised `asked`. */
export function useTodayScroll(box: RefObject<HTMLElement | null>, todayX: number | null, asked: number): () => void {
  const toToday = useCallback(() => {
    if (todayX !== null) box.current?.scrollTo({ left: Math.max(0, todayX - BEFORE) });
  }, [box, todayX]);
  const answered = useRef(asked);
  useEffect(() => {
    if (answered.current !== asked) toToday();
    answered.current = asked;
  }, [asked, toToday]);
  return toToday;
}

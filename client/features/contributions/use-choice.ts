import { type KeyboardEvent, useRef, useState } from "react";
import { singleKeySetting } from "#client/app/use-shortcuts.ts";
import { readSetting } from "#client/lib/local-setting.ts";

/** The key x on a row ticks it, with Shift as a click with Shift does. */
function pressed(event: KeyboardEvent<HTMLElement>) {
  const { target, key } = event;
  if (key.toLowerCase() !== "x" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (!(target instanceof HTMLElement) || target.matches("input:not([data-tick]), textarea, select")) return;
  if (readSetting(singleKeySetting, "on") === "off") return;
  const tick = target.closest("tr")?.querySelector<HTMLInputElement>("input[data-tick]");
  if (!tick) return;
  event.preventDefault();
  tick.dispatchEvent(new window.MouseEvent("click", { bubbles: true, cancelable: true, shiftKey: event.shiftKey }));
}

/**
 * Lines chosen for what is done with many at once: by mouse, with Shift for all from the last one to this, and by the
 * key x on a row (unless single keys are switched off). `ids` are the choosable ones in the order they are shown.
 */
export function useChoice(ids: readonly string[]) {
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
  const last = useRef<string | null>(null);

  function toggle(id: string, isRange: boolean) {
    const isOn = !chosen.has(id);
    const from = last.current === null ? -1 : ids.indexOf(last.current);
    const to = ids.indexOf(id);
    const span = isRange && from >= 0 ? ids.slice(Math.min(from, to), Math.max(from, to) + 1) : [id];
    const next = new Set(chosen);
    for (const each of span) {
      if (isOn) next.add(each);
      else next.delete(each);
    }
    last.current = id;
    choose(next);
  }

  return { chosen, choose, toggle, pressed };
}

import { useEffect, useRef } from "react";
import { type CommandContext, useCommandContext } from "#client/app/command-context.ts";
import { visibleCommands } from "#client/app/commands.ts";
import { readSetting } from "#client/lib/local-setting.ts";
import { createSequenceMatcher, hasModifier, stepOf } from "#client/lib/shortcut-sequence.ts";

/** Setting of this browser: "off" leaves only shortcuts with Ctrl or ⌘ (WCAG 2.1.4). */
export const singleKeySetting = "consortia-single-keys";

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));
}

function actOn(event: KeyboardEvent, matcher: ReturnType<typeof createSequenceMatcher>, context: CommandContext): void {
  const step = stepOf(event);
  if (event.defaultPrevented || event.isComposing) return;
  if (!hasModifier(step) && (isTyping(event.target) || readSetting(singleKeySetting, "on") === "off")) return;
  // Over a dialog only the palette may open; single keys belong to what the dialog holds.
  if (!hasModifier(step) && document.querySelector("[role=dialog]") !== null) return;
  const isBusy = isTyping(event.target) || document.querySelector("[role=dialog]") !== null;
  const visible = visibleCommands(context).filter((command) => !command.isForPage || !isBusy);
  const id = matcher.press(
    step,
    event.timeStamp,
    visible.flatMap(({ id, keys }) => (keys === undefined ? [] : [{ id, keys }])),
  );
  const command = visible.find((candidate) => candidate.id === id);
  if (command === undefined) return;
  event.preventDefault();
  command.run(context);
}

/** Makes the shortcuts of the command registry work on the whole page. */
export function useShortcuts(): void {
  const context = useRef<CommandContext>(undefined);
  const matcher = useRef(createSequenceMatcher());
  const present = useCommandContext();
  useEffect(() => {
    context.current = present;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (context.current !== undefined) actOn(event, matcher.current, context.current);
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
}

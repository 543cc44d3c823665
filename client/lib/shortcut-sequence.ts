/** The part of a keyboard event that shortcuts look at. */
export type KeyPress = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

/** A shortcut: steps separated by a space, `mod` for Ctrl or ⌘: "mod+k", "?", "g p". */
export type Shortcut = { id: string; keys: string };

const latin = /^[a-z]$/;

// On a Cyrillic layout the key of "g" reads "п"; shortcuts follow the position of the letter then.
function letterOf(press: KeyPress): string {
  const key = press.key.toLowerCase();
  if (press.code.startsWith("Key") && key.length === 1 && !latin.test(key)) return press.code.slice(3).toLowerCase();
  return key;
}

/** Writes a key press as a step of a shortcut; empty for a modifier alone. */
export function stepOf(press: KeyPress): string {
  if (["Control", "Meta", "Shift", "Alt"].includes(press.key)) return "";
  const key = letterOf(press);
  const parts = [
    press.ctrlKey || press.metaKey ? "mod" : "",
    press.altKey ? "alt" : "",
    press.shiftKey && (key.length > 1 || latin.test(key)) ? "shift" : "",
    key,
  ];
  return parts.filter((part) => part !== "").join("+");
}

/** A step that types nothing, so it works inside of text fields and cannot be pressed by dictation software by chance. */
export function hasModifier(step: string): boolean {
  return step.startsWith("mod+") || step.startsWith("alt+");
}

/**
 * Follows key presses and names the shortcut that was completed. A begun sequence is forgotten after
 * `resetAfter` milliseconds; `at` of `press` is any clock in milliseconds.
 */
export function createSequenceMatcher(resetAfter = 1000) {
  let begun: string[] = [];
  let begunAt = 0;
  return {
    press(step: string, at: number, shortcuts: readonly Shortcut[]): string | undefined {
      if (step === "") return undefined;
      if (at - begunAt > resetAfter) begun = [];
      for (const typed of begun.length > 0 ? [[...begun, step], [step]] : [[step]]) {
        const sequence = typed.join(" ");
        const whole = shortcuts.find(({ keys }) => keys === sequence);
        const isBeginning = shortcuts.some(({ keys }) => keys.startsWith(`${sequence} `));
        if (whole === undefined && !isBeginning) continue;
        begun = whole === undefined ? typed : [];
        begunAt = at;
        return whole?.id;
      }
      begun = [];
      return undefined;
    },
  };
}

import { Kbd } from "@mantine/core";
import classes from "#client/ui/shortcut-keys.module.css";

const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent);
const names: Record<string, string> = {
  mod: isApple ? "⌘" : "Ctrl",
  shift: "⇧",
  alt: isApple ? "⌥" : "Alt",
  enter: "↵",
  escape: "Esc",
};

/** Keys of a shortcut as caps: "mod+k" → Ctrl K, "g p" → G P. */
export function ShortcutKeys({ keys }: { keys: string }) {
  const caps = keys.split(/[ +]/).map((key) => names[key] ?? key.toUpperCase());
  return (
    <span className={classes["keys"]}>
      {caps.map((cap, index) => (
        <Kbd key={`${cap}-${index}`} size="xs">
          {cap}
        </Kbd>
      ))}
    </span>
  );
}

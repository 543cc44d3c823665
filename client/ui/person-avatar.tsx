import classes from "#client/ui/person-avatar.module.css";

type Props = { name: string; size?: number };

const letters = new Intl.Segmenter();

function firstLetter(word: string | undefined): string {
  for (const { segment } of letters.segment(word ?? "")) return segment;
  return "";
}

function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  return (firstLetter(words[0]) + (words.length > 1 ? firstLetter(words.at(-1)) : "")).toUpperCase();
}

/** A person as initials; the name itself must stand beside it or on the button around it. */
export function PersonAvatar({ name, size = 28 }: Props) {
  // Drawn by the style sheet: letters in the page would belong to the name of the button around them.
  return (
    <span
      className={classes["avatar"]}
      style={{ width: size, height: size, fontSize: size * 0.4 }}
      data-initials={initialsOf(name)}
      aria-hidden="true"
    />
  );
}

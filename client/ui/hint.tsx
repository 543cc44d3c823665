import {
  cloneElement,
  type FocusEvent,
  type MouseEvent,
  type ReactElement,
  type ReactNode,
  useEffect,
  useState,
} from "react";
import { createPortal } from "react-dom";
import { createDelay } from "#client/lib/delay.ts";
import classes from "#client/ui/hint.module.css";

type Anchor = {
  onMouseEnter?: (event: MouseEvent) => void;
  onMouseLeave?: (event: MouseEvent) => void;
  onFocus?: (event: FocusEvent) => void;
  onBlur?: (event: FocusEvent) => void;
};
type Props = { label: ReactNode; side?: "below" | "right"; children: ReactElement<Anchor> };

const delay = 400;

/**
 * A few words beside what the pointer or the keyboard is on; Esc puts them away. Only repeats or adds to what the
 * element's own name says. Ours because the kit's brings 20 KB of positioning into the first load.
 */
export function Hint({ label, side = "below", children }: Props) {
  const [place, setPlace] = useState<{ left: number; top: number }>();
  const [opening] = useState(createDelay);
  const hide = () => {
    opening.cancel();
    setPlace(undefined);
  };
  const showOver = (element: Element) => {
    opening.start(() => {
      const box = element.getBoundingClientRect();
      setPlace(
        side === "right"
          ? { left: box.right + 8, top: box.top + box.height / 2 }
          : { left: Math.min(box.left + box.width / 2, window.innerWidth - 90), top: box.bottom + 6 },
      );
    }, delay);
  };
  useEffect(() => () => opening.cancel(), [opening]);
  useEffect(() => {
    if (place === undefined) return;
    const listen = (event: KeyboardEvent) => {
      if (event.key === "Escape") setPlace(undefined);
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [place]);
  const anchor = cloneElement(children, {
    onMouseEnter: (event) => showOver(event.currentTarget),
    onMouseLeave: hide,
    onFocus: (event) => {
      if (event.currentTarget.matches(":focus-visible")) showOver(event.currentTarget);
    },
    onBlur: hide,
  });
  const bubble =
    place === undefined ? null : (
      <div role="tooltip" className={classes["hint"]} data-side={side} style={place}>
        {label}
      </div>
    );
  return (
    <>
      {anchor}
      {bubble === null ? null : createPortal(bubble, document.body)}
    </>
  );
}

import { type RefObject, useEffect, useRef } from "react";

/** Gives focus back to `opener` once what it opened is closed by `closing(…)`; a close by other means leaves it alone. */
export function useReturnedFocus(isOpen: boolean): {
  opener: RefObject<HTMLButtonElement | null>;
  closing: (act: () => void) => () => void;
} {
  const opener = useRef<HTMLButtonElement>(null);
  const isAsked = useRef(false);
  useEffect(() => {
    if (isOpen || !isAsked.current) return;
    isAsked.current = false;
    opener.current?.focus();
  }, [isOpen]);
  const closing = (act: () => void) => () => {
    isAsked.current = true;
    act();
  };
  return { opener, closing };
}

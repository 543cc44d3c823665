import { createContext, useCallback, useContext, useEffect, useSyncExternalStore } from "react";

/** Somebody who writes in a field at this moment; `colour` is a number that stays the same for one person. */
export type Typist = { name: string; colour: number };

/** How fields tell that somebody writes in them and learn who else does; whoever knows the people provides it. */
export type TypingPort = {
  note: (field: string) => void;
  stop: (field: string) => void;
  subscribe: (listener: () => void) => () => void;
  typistsOf: (field: string) => readonly Typist[];
};

const nobody: readonly Typist[] = [];

export const TypingContext = createContext<TypingPort>({
  note: () => undefined,
  stop: () => undefined,
  subscribe: () => () => undefined,
  typistsOf: () => nobody,
});

/** For one field: who else writes in it, and the ways to say that one does oneself. It ends by itself when the field goes. */
export function useTyping(field: string) {
  const port = useContext(TypingContext);
  const typists = useSyncExternalStore(port.subscribe, () => port.typistsOf(field));
  const note = useCallback(() => port.note(field), [port, field]);
  const stop = useCallback(() => port.stop(field), [port, field]);
  useEffect(() => stop, [stop]);
  return { typists, note, stop };
}

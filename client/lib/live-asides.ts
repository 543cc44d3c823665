type Listener = (aside: unknown) => void;

const listeners = new Set<Listener>();

/** Passes on what the live channel brings beside changes, to parts of the page that may not be loaded yet. */
export function tellAside(aside: unknown): void {
  for (const listener of listeners) listener(aside);
}

/** Hears what the live channel brings beside changes; returns the way to stop. */
export function listenToAsides(listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

type Ring = () => void;

const listeners = new Map<string, Set<Ring>>();

/** Calls back when there is news for a person in this process; returns the way to stop. A hint: pages also ask again by themselves. */
export function onNews(userId: string, ring: Ring): () => void {
  const own = listeners.get(userId) ?? new Set();
  listeners.set(userId, own.add(ring));
  return () => {
    own.delete(ring);
    if (own.size === 0) listeners.delete(userId);
  };
}

/** Wakes the open pages of these people. */
export function ringNews(userIds: Iterable<string>): void {
  for (const userId of userIds) for (const ring of listeners.get(userId) ?? []) ring();
}

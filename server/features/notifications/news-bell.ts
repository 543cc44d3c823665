type Ring = () => void;

const listeners = new Map<string, Set<Ring>>();

/** Calls back when there is news for a person in this process; returns the way to stop. A hint: pages also ask again by themselves. */
function onNews(userId: string, ring: Ring): () => void {
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

/** The word that a person's notifications changed, for the live channel. */
export function followNews(userId: string) {
  let isNews = false;
  return {
    listen: (ring: () => void) =>
      onNews(userId, () => {
        isNews = true;
        ring();
      }),
    read: (): Promise<{ news: true } | null> => {
      const told = isNews;
      isNews = false;
      return Promise.resolve(told ? { news: true } : null);
    },
  };
}

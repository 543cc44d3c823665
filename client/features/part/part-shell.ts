const workerPath = "/part-worker.js";
const scope = "/part";

/**
 * Lets the browser keep the page itself (no data), so that it opens without a network. Browsers do so on https and on
 * this very computer only; elsewhere drafts are kept all the same, but a reload needs the network.
 */
export async function keepPartShell(): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  try {
    await navigator.serviceWorker.register(workerPath, { scope });
    const { active } = await navigator.serviceWorker.ready;
    const assets = performance.getEntriesByType("resource").map(({ name }) => name);
    const own = assets.filter((name) => name.startsWith(`${location.origin}/`) && !name.includes("/api/"));
    active?.postMessage({ keep: [...new Set([`${location.origin}${scope}`, ...own])] }, { transfer: [] });
  } catch {
    // The page works without; only a reload needs the network then.
  }
}

/** Removes the kept page from this device. */
export async function dropPartShell(): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  const registration = await navigator.serviceWorker.getRegistration(scope);
  await registration?.unregister();
  if ("caches" in window) await caches.delete("consortia-part");
}

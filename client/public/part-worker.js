// Keeps the page behind a personal link, so that it opens without a network: the page, its script, its styles. Never
// an answer of the server: what a link opens is kept by the page alone.
const kept = "consortia-part";
const page = "/part";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

// The page says what it is made of; what an older one was made of goes.
self.addEventListener("message", (event) => {
  const { keep } = event.data ?? {};
  if (Array.isArray(keep)) event.waitUntil(keepOnly(keep));
});

async function keepOnly(addresses) {
  const cache = await caches.open(kept);
  const wanted = new Set(addresses);
  for (const request of await cache.keys()) if (!wanted.has(request.url)) await cache.delete(request);
  for (const address of wanted) {
    if (await cache.match(address)) continue;
    const answer = await fetch(address).catch(() => null);
    if (answer?.ok) await cache.put(address, answer);
  }
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin || url.pathname.startsWith("/api/")) return;
  if (request.mode === "navigate") {
    if (url.pathname === page) event.respondWith(freshPage(request));
    return;
  }
  event.respondWith(caches.match(request).then((found) => found ?? fetch(request)));
});

async function freshPage(request) {
  const cache = await caches.open(kept);
  try {
    const answer = await fetch(request);
    if (answer.ok) await cache.put(page, answer.clone());
    return answer;
  } catch (error) {
    const found = await cache.match(page);
    if (found) return found;
    throw error;
  }
}

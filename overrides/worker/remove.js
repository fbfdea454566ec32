// Takes away what a browser has kept of this handbook, and itself: where a clinic has switched it off again, the browser
// finds this in the place of the worker that it has. Whoever has none never asks for it.
const OURS = `handbook ${self.registration.scope} `;

self.addEventListener("install", () => { self.skipWaiting(); });

self.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith(OURS)).map((name) => caches.delete(name)));
    await self.registration.unregister();
  })());
});

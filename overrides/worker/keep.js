// Keeps the pages on when to call in the browser, for a reader without a network. Before this stands, as KEPT, what is
// kept: the version and the path and SHA-256 of each file (handbook.render.html.worker). Nothing else is kept, so a
// device does not remember what somebody has read. What the network has comes first, always.
const PATIENCE = 4000; // milliseconds until a network is taken for none, as in a lift
const OURS = `handbook ${self.registration.scope} `; // each folder of a host has its own
const CACHE = OURS + KEPT.version;
const NOTICE = ["data-kept hidden", "data-kept"]; // a page that is kept says so: in the copy its notice is shown

const addressOf = (path) => new URL(path, self.registration.scope).href;
// A host may show a page at its address without .html, and the first page of a folder at the folder.
const plain = (address) => address.replace(/[?#].*/, "").replace(/\/index\.html$/, "/").replace(/\.html$/, "");
const kept = new Set(KEPT.files.map(([path]) => plain(addressOf(path))));

const sumOf = async (content) =>
  [...new Uint8Array(await crypto.subtle.digest("SHA-256", content))].map((it) => it.toString(16).padStart(2, "0")).join("");

// A file that is not the very one that was built, as while a host is halfway through an upload, is not kept: the worker
// is not taken then, and the browser tries again with the next page.
const store = async (cache, [path, sum]) => {
  const response = await fetch(addressOf(path), { cache: "no-cache" });
  const content = await response.arrayBuffer();
  if (!response.ok || (await sumOf(content)) !== sum) throw new Error(path);
  const headers = new Headers(response.headers);
  ["content-encoding", "content-length"].forEach((name) => headers.delete(name));
  const body = path.endsWith(".html") ? new TextDecoder().decode(content).replace(...NOTICE) : content;
  await cache.put(plain(addressOf(path)), new Response(body, { headers }));
};

const answer = async (request) => {
  const late = new Promise((_, fail) => { setTimeout(fail, PATIENCE, new Error("no network")); });
  const asked = fetch(request);
  try {
    const response = await Promise.race([asked, late]);
    if (response.status < 500) return response;
  } catch {
    // There is no network, or none that answers.
  }
  const cache = await caches.open(CACHE);
  return (await cache.match(plain(request.url))) ?? asked;
};

self.addEventListener("install", (event) => {
  event.waitUntil((async () => {
    const cache = await caches.open(CACHE);
    await Promise.all(KEPT.files.map((file) => store(cache, file)));
    await self.skipWaiting();
  })());
});

self.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith(OURS) && name !== CACHE).map((name) => caches.delete(name)));
    await self.clients.claim();
  })());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && kept.has(plain(request.url))) event.respondWith(answer(request));
});

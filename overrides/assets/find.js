// The search box. Its scripts, of one language, come with the first use: the engine, and of the words what is asked for;
// what results show of the text comes page by page. Only nodes are made, never HTML from text, so the page can forbid the latter (Trusted Types).
(() => {
  const form = document.querySelector(".hb-search");
  const query = form.querySelector("input");
  const panel = form.querySelector(".hb-results");
  const status = form.querySelector("[role=status]");
  const count = panel.querySelector(".hb-results__count");
  const warnings = panel.querySelector(".hb-results__warnings");
  const list = panel.querySelector("[role=listbox]");
  const help = panel.querySelector(".hb-results__help");
  const say = form.dataset;
  const SOON = 150, LATER = 300; // milliseconds until a delay is told, and until nothing more seems to be typed

  const make = (name, properties, ...children) => {
    const node = Object.assign(document.createElement(name), properties);
    node.append(...children);
    return node;
  };

  // ---- Scripts: of the folder of this language, and no others ----
  const first = new URL(say.search, document.baseURI).href;
  const folder = `${first.slice(0, -".js".length)}/`;
  const root = first.slice(0, first.lastIndexOf("search/"));
  const isOurs = (address) => address === first || (address.startsWith(folder) && /^(?:(?:words-)?\d+|words-unknown|signs)\.js$/.test(address.slice(folder.length)));
  const policy = window.trustedTypes?.createPolicy("handbook-search", {
    createScriptURL: (address) => {
      if (!isOurs(address)) throw new TypeError("not a search script of this page");
      return address;
    },
  });
  const loading = new Map(); // address → a promise; one that failed is forgotten, so that the next key tries again
  const load = (address) => {
    if (!loading.has(address)) {
      loading.set(address, new Promise((done, fail) => {
        const script = document.createElement("script");
        script.addEventListener("load", done);
        script.addEventListener("error", () => { loading.delete(address); script.remove(); fail(new Error(address)); });
        script.src = policy ? policy.createScriptURL(address) : address;
        document.head.append(script);
      }));
    }
    return loading.get(address);
  };
  const answer = async (typed, isTyping, early) => {
    await load(first);
    return window.handbookSearch.answer(typed, (drawer) => load(`${folder}words-${drawer}.js`), isTyping, early);
  };

  // ---- What is shown ----
  const options = () => [...list.querySelectorAll("[role=option]")];
  const hide = () => { panel.hidden = true; query.setAttribute("aria-expanded", "false"); choose(null); };
  const open = () => { panel.hidden = false; query.setAttribute("aria-expanded", "true"); };
  const tell = (text) => { count.textContent = text; status.textContent = text; };
  const choose = (option) => {
    options().forEach((one) => one.setAttribute("aria-selected", String(one === option)));
    query.setAttribute("aria-activedescendant", option?.id ?? "");
    option?.scrollIntoView({ block: "nearest" });
  };
  const words = (pieces) => pieces.map(([text, isHit]) => (isHit ? make("mark", {}, text) : text));
  const way = (address, marks = []) => {
    const [page, anchor] = address.split("#");
    const asked = marks.length ? `?${new URLSearchParams({ marked: marks.join(" ") })}` : "";
    return `${root}${page}${asked}${anchor ? `#${anchor}` : ""}`;
  };
  // A piece of the text, as soon as it is there.
  const addText = (link, section) => {
    const text = window.handbookSearch.excerpt(section.number);
    if (!text || link.querySelector(".hb-results__text")) return;
    link.firstChild.replaceChildren(...words(window.handbookSearch.heading(section)));
    link.append(make("span", { className: "hb-results__text" }, ...words(text.pieces)));
    link.href = way(section.address, text.words);
  };
  const asOption = (section, number) => {
    const title = make("strong", {}, ...words(window.handbookSearch.heading(section)));
    const link = make("a", { id: `hb-result-${number}`, href: way(section.address), tabIndex: -1 }, title);
    link.setAttribute("role", "option");
    link.setAttribute("aria-selected", "false");
    if (section.title) link.append(make("small", {}, section.title));
    if (section.language) link.lang = section.language;
    if (section.direction) link.dir = section.direction;
    addText(link, section);
    const item = make("li", {}, link);
    item.setAttribute("role", "presentation");
    return item;
  };
  const asWarning = ({ address, title, first: said, calls, signs }) => {
    const box = make("section", { className: "hb-results__warning" }, make("strong", {}, title));
    box.append(...signs.map(() => make("p", { className: "hb-results__sign" })));
    if (said) box.append(make("p", {}, said));
    for (const [number, dialled] of calls) box.append(make("a", { className: "hb-button hb-button--call", href: `tel:${dialled}` }, number), " ");
    box.append(make("a", { href: way(address) }, say.read));
    return box;
  };

  // The words of the signs are filled in when they are there: a link that has the focus or a finger on it stays the same.
  let warned = [];
  const fillSigns = () => {
    const told = warned.flatMap(({ signs }) => signs);
    warnings.querySelectorAll(".hb-results__sign").forEach((line, at) => { line.textContent = window.handbookSearch.signs[told[at]][1]; });
  };
  const warn = (found, told = []) => {
    warned = found.warnings;
    warnings.replaceChildren(...warned.map(asWarning));
    if (window.handbookSearch?.signs) fillSigns();
    else if (warned.length) load(`${folder}signs.js`).then(fillSigns, () => {});
    status.textContent = [...found.warnings.map(({ title }) => title), ...told].join(" ");
  };
  let shown = null; // the sections that are listed
  const show = (found) => {
    const listed = found.sections.length ? found.sections : found.nearest;
    const told = [];
    if (found.unknown.length) told.push(say.unknown.replace("{words}", found.unknown.join(", ")));
    if (found.meant) told.push(say.meant.replace("{words}", found.meant));
    if (found.sections.length) told.push(say.found.replace("{count}", found.sections.length));
    else told.push(listed.length ? say.nearest : say.none);
    warn(found, told);
    count.textContent = told.join(" ");
    list.replaceChildren(...listed.map(asOption));
    list.hidden = !listed.length;
    help.hidden = found.sections.length > 0;
    // Where no link takes the focus, the panel itself does, so that keys can scroll it.
    if (help.hidden && !found.warnings.length) panel.tabIndex = 0; else panel.removeAttribute("tabindex");
    shown = listed;
    open();
  };
  const fill = async (sections) => {
    await Promise.all([...new Set(sections.map(({ page }) => page))].map((page) => load(`${folder}${page}.js`).catch(() => {})));
    if (shown !== sections) return;
    options().forEach((link, at) => addText(link, sections[at]));
  };

  // ---- What is typed: while it is, a last word that nobody knows yet leaves what is shown as it is ----
  let asked = "", painted = "", waiting = 0;
  const search = async (isTyping = false) => {
    const typed = query.value.trim();
    asked = typed;
    clearTimeout(waiting);
    if (!typed) { painted = ""; shown = null; tell(""); return hide(); }
    const isLate = () => asked !== typed;
    const slow = setTimeout(() => { if (!isLate()) { tell(say.loading); list.hidden = !shown; open(); } }, SOON);
    try {
      const found = await answer(typed, isTyping, (early) => { if (!isLate()) { warn(early); open(); } });
      if (isLate()) return;
      paint(found, typed);
      waiting = setTimeout(isTyping ? search : fill, isTyping ? LATER : 0, isTyping ? false : shown);
    } catch {
      if (isLate()) return;
      loading.clear(); // also what is of another making than the rest
      painted = "";
      shown = null;
      tell(say.broken);
      warn(window.handbookSearch?.(typed) ?? { warnings: [] }, [say.broken]);
      list.hidden = true;
      help.hidden = false;
      open();
    } finally {
      clearTimeout(slow);
    }
  };
  const paint = (found, typed) => {
    if (found.isOpen) {
      if (found.warnings.length) { warn(found); open(); }
      return;
    }
    const all = JSON.stringify([typed, found]);
    if (all !== painted || panel.hidden) show(found);
    painted = all;
  };

  // Whoever closes the results wants no answer that is still to come.
  const close = () => { clearTimeout(waiting); asked = ""; hide(); };

  query.addEventListener("focus", () => { load(first).catch(() => {}); });
  query.addEventListener("input", () => search(true));
  query.addEventListener("click", () => { if (panel.hidden) search(); });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    await search();
    (list.querySelector("[aria-selected=true]") ?? warnings.querySelector("a:last-of-type") ?? options()[0])?.click();
  });
  form.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape" && !panel.hidden) { query.focus(); close(); }
    if (!step || event.target !== query) return;
    event.preventDefault();
    if (panel.hidden) { search(); return; }
    const all = options();
    const at = all.findIndex((one) => one.getAttribute("aria-selected") === "true");
    choose(all[Math.max(-1, Math.min(all.length - 1, at + step))] ?? null);
  });
  form.addEventListener("focusout", (event) => { if (event.relatedTarget && !form.contains(event.relatedTarget)) close(); });
  document.addEventListener("click", (event) => { if (!form.contains(event.target)) close(); });

  // ---- Back leads to the results: the address keeps what was searched for. So does a link with ?q=… ----
  panel.addEventListener("click", (event) => {
    if (!event.target.closest("a[href]")) return;
    try {
      const here = new URL(location.href);
      here.searchParams.set("q", asked);
      history.replaceState(null, "", here);
    } catch {
      // A page that may not change its address: Back leads to the page alone.
    }
    hide();
  });
  const given = new URLSearchParams(location.search);
  const again = () => {
    const typed = new URLSearchParams(location.search).get("q");
    if (typed) { query.value = typed; search(); }
  };
  addEventListener("pageshow", again);

  // ---- The words that led here ----
  const marks = new Set((given.get("marked") ?? "").toLowerCase().split(" ").filter(Boolean));
  if (marks.size) {
    const text = document.querySelector("article");
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    for (const node of nodes) {
      const pieces = node.data.split(/([\p{L}\p{N}\p{M}\p{Cf}'’]+)/u);
      if (pieces.some((piece) => marks.has(piece.toLowerCase()))) {
        node.replaceWith(...pieces.filter(Boolean).map((piece) => (marks.has(piece.toLowerCase()) ? make("mark", {}, piece) : piece)));
      }
    }
  }
})();

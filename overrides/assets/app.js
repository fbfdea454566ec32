// The site's behaviour: colours, menus, search. Everything else works without script.
// Only nodes are made, never HTML from text, so the page can forbid the latter (Trusted Types).
(() => {
  const root = document.documentElement;
  const find = (selector) => document.querySelector(selector);
  const make = (name, ...children) => {
    const node = document.createElement(name);
    node.append(...children);
    return node;
  };

  // ---- Colours: the system's, until the reader chooses ----
  const palette = find(".hb-palette");
  const system = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.colours || (system.matches ? "dark" : "light")) === "dark";
  const nameOther = () => {
    const name = isDark() ? palette.dataset.light : palette.dataset.dark;
    palette.setAttribute("aria-label", name);
    palette.title = name;
  };
  palette.addEventListener("click", () => {
    root.dataset.colours = isDark() ? "light" : "dark";
    nameOther();
    try {
      localStorage.setItem("colours", root.dataset.colours);
    } catch {
      // Storage is switched off: the choice lasts for this page.
    }
  });
  system.addEventListener?.("change", nameOther);
  nameOther();

  // ---- Menus: one open at a time; Escape and a tap elsewhere close ----
  const menus = [...document.querySelectorAll(".hb-menu")];
  const close = (menu) => {
    const inside = menu.contains(document.activeElement);
    menu.open = false;
    if (inside) menu.querySelector("summary").focus();
  };
  for (const menu of menus) {
    menu.addEventListener("toggle", () => {
      if (menu.open) menus.filter((other) => other !== menu).forEach((other) => { other.open = false; });
    });
    menu.addEventListener("focusout", (event) => {
      if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false;
    });
  }
  document.addEventListener("click", (event) => {
    menus.filter((menu) => !menu.contains(event.target)).forEach((menu) => { menu.open = false; });
    if (!form.contains(event.target)) hide();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    menus.filter((menu) => menu.open).forEach(close);
    if (!results.hidden) {
      query.focus();
      hide();
    }
  });

  // ---- Notes: whoever comes from a mark finds first the way back to that very mark ----
  document.addEventListener("click", (event) => {
    const mark = event.target.closest(".hb-mark a");
    if (!mark) return;
    document.querySelectorAll(".hb-back[aria-current]").forEach((back) => { back.removeAttribute("aria-current"); });
    const back = find(`${mark.hash} .hb-back[href="#${mark.closest(".hb-mark").id}"]`);
    back.setAttribute("aria-current", "true");
    requestAnimationFrame(() => back.focus({ preventScroll: true }));
  });

  // ---- Search: its script, engine and index of one language, comes with the first use ----
  const form = find(".hb-search");
  const query = find("#hb-query");
  const results = find("#hb-results");
  const count = find(".hb-results__count");
  const list = results.querySelector("ol");
  const call = find(".hb-results__call");
  const address = new URL(form.dataset.search, document.baseURI).href;
  let loading = null;

  const trusted = () => {
    if (!window.trustedTypes) return address;
    const only = (wanted) => {
      if (wanted !== address) throw new TypeError("not the search script of this page");
      return wanted;
    };
    return trustedTypes.createPolicy("handbook-search", { createScriptURL: only }).createScriptURL(address);
  };
  const load = () => {
    loading = loading || new Promise((done, fail) => {
      const script = document.createElement("script");
      script.addEventListener("load", () => done(window.handbookSearch));
      script.addEventListener("error", fail);
      script.src = trusted();
      document.head.append(script);
    });
    return loading;
  };
  const marked = (pieces) => pieces.map(([text, hit]) => (hit ? make("mark", text) : text));
  const hide = () => { results.hidden = true; };
  const offerCall = (offered) => { if (call) call.hidden = !offered; };
  const show = (found) => {
    offerCall(!found.length);
    count.textContent = found.length ? form.dataset.found.replace("{count}", found.length) : form.dataset.none;
    list.replaceChildren(...found.map((section) => {
      const link = make("a", make("strong", ...marked(section.heading)));
      if (section.page) link.append(make("small", section.page));
      link.append(...marked(section.text));
      if (section.language) link.lang = section.language;
      if (section.direction) link.dir = section.direction;
      link.href = `${form.dataset.root}/${section.address}`;
      return make("li", link);
    }));
    results.hidden = false;
  };
  const search = async () => {
    const words = query.value.trim();
    if (!words) return hide();
    try {
      const engine = await load();
      if (query.value.trim() === words) show(engine(words));
    } catch {
      count.textContent = form.dataset.broken;
      offerCall(true);
      results.hidden = false;
    }
  };

  query.addEventListener("focus", () => { load().catch(() => {}); });
  query.addEventListener("input", search);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    await search();
    list.querySelector("a")?.click();
  });
  query.addEventListener("click", search);
  form.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !form.contains(event.relatedTarget)) hide();
  });
  form.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const stops = [query, ...results.querySelectorAll("li a, p:not([hidden]) a")];
    if (!step) return;
    event.preventDefault();
    if (results.hidden) {
      search();
      return;
    }
    stops[Math.max(0, Math.min(stops.length - 1, stops.indexOf(document.activeElement) + step))].focus();
  });
  list.addEventListener("click", (event) => { if (event.target.closest("a")) hide(); });
})();

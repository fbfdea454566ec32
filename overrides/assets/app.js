// The site's behaviour: colours and menus; find.js has the search. Everything else works without script.
(() => {
  const root = document.documentElement;

  // ---- Colours: the system's, until the reader chooses ----
  const palette = document.querySelector(".hb-palette");
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
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") menus.filter((menu) => menu.open).forEach(close);
  });
})();

// Puts what the check says above the previewed page, and loads the page again when it has changed.
(() => {
  "use strict";
  const MOST = 20;
  const { pages, document: source } = document.currentScript.dataset;
  const panel = document.createElement("aside");
  panel.className = "hb-preview";
  panel.lang = "en";
  panel.dir = "ltr";
  document.body.prepend(panel);

  const element = (name, text, kind) => {
    const made = document.createElement(name);
    made.textContent = text;
    if (kind) made.className = kind;
    return made;
  };

  const counted = (level, problems) => {
    const count = problems.filter((problem) => problem.level === level).length;
    return count ? [`${count} ${level}${count === 1 ? "" : "s"}`] : [];
  };

  const item = (problem) => {
    const made = document.createElement("li");
    made.lang = problem.language;
    made.append(element("code", problem.place), " ", element("strong", problem.label, `hb-preview__${problem.level}`));
    made.append(` ${problem.message}`);
    if (problem.hint) made.append(element("div", problem.hint, "hb-preview__hint"));
    return made;
  };

  const show = ({ problems, checking }) => {
    const here = problems.filter((problem) => problem.file === source);
    const others = problems.filter((problem) => problem.file !== source);
    const said = ["error", "warning"].flatMap((level) => counted(level, problems)).join(", ") || "No problems";
    const heading = checking ? `${said} so far; checking …` : `${said}${problems.length ? `, ${here.length} on this page` : ""}`;
    const list = document.createElement("ul");
    list.append(...[...here, ...others].slice(0, MOST).map(item));
    if (problems.length > MOST) list.append(element("li", `and ${problems.length - MOST} more: see the terminal`));
    const details = document.createElement("details");
    details.open = here.length > 0 || !document.querySelector("main");
    details.append(element("summary", heading), list);
    panel.replaceChildren(details);
  };

  let seen = -1;
  const ask = async () => {
    try {
      const state = await (await fetch(`/-preview/state?seen=${seen}`)).json();
      if (String(state.pages) !== pages) {
        location.reload();
        return;
      }
      if (state.seen !== seen) show(state); // the answer after a long wait tells nothing new
      seen = state.seen;
    } catch {
      await new Promise((done) => setTimeout(done, 1000));
    }
    ask();
  };
  ask();
})();

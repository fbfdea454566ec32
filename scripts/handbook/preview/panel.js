// Puts what the check says above the previewed page, and loads the page again when it has changed.
(() => {
  "use strict";
  const { pages, document: source } = document.currentScript.dataset;
  const panel = document.createElement("aside");
  panel.className = "hb-preview";
  panel.dir = "auto";
  document.body.prepend(panel);

  const element = (name, text, kind) => {
    const made = document.createElement(name);
    made.textContent = text;
    if (kind) made.className = kind;
    return made;
  };

  const item = (problem) => {
    const made = document.createElement("li");
    made.lang = problem.language;
    made.append(element("code", problem.place), " ", element("strong", problem.label, `hb-preview__${problem.level}`));
    made.append(` ${problem.message}`);
    if (problem.hint) made.append(element("div", problem.hint, "hb-preview__hint"));
    return made;
  };

  const show = ({ language, heading, isOpen, problems, more }) => {
    const list = document.createElement("ul");
    list.append(...problems.map(item));
    if (more) list.append(element("li", more));
    const details = document.createElement("details");
    details.open = isOpen || !document.querySelector("main");
    panel.lang = language;
    details.append(element("summary", heading), list);
    panel.replaceChildren(details);
  };

  let seen = -1;
  const ask = async () => {
    try {
      const state = await (await fetch(`/-preview/state?seen=${seen}&document=${encodeURIComponent(source)}`)).json();
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

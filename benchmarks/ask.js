// Answers queries with a built search, without a browser: {folder, language, queries, isTyped} comes in, one answer for
// each goes out. With `isTyped` each is typed key by key into a page of its own, which tells what a first search loads.
const { readFileSync } = require("node:fs");
const { createContext, Script } = require("node:vm");

const { folder, language, queries, isTyped } = JSON.parse(readFileSync(0, "utf8"));
const scripts = new Map();
const script = (name) => {
  if (!scripts.has(name)) scripts.set(name, new Script(readFileSync(`${folder}/search/${name}.js`, "utf8")));
  return scripts.get(name);
};

// As a page does with what the search asks for.
function opened() {
  const page = createContext({});
  const loaded = [];
  page.window = page;
  const load = (name) => { loaded.push(name); script(name).runInContext(page); };
  load(language);
  script(`${language}/signs`).runInContext(page);
  return { window: page, loaded, ask: (query, isTyping) => page.handbookSearch.answer(query, async (number) => load(`${language}/words-${number}`), isTyping) };
}

async function answers() {
  const found = [];
  let page = opened();
  for (const query of queries) {
    if (isTyped) page = opened();
    for (let end = 1; isTyped && end < query.length; end += 1) await page.ask(query.slice(0, end), true);
    const began = performance.now();
    const { sections, warnings } = await page.ask(query);
    found.push({
      addresses: sections.map(({ address }) => address),
      signs: warnings.flatMap(({ signs }) => signs.map((number) => page.window.handbookSearch.signs[number][0])),
      milliseconds: performance.now() - began,
      loaded: isTyped ? page.loaded : [],
    });
  }
  return found;
}

answers().then((found) => process.stdout.write(JSON.stringify(found)));

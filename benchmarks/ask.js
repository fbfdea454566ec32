// Answers queries with a built search, without a browser: {folder, language, queries} comes in, one answer for each goes out.
const { readFileSync } = require("node:fs");
const { createContext, Script } = require("node:vm");

const { folder, language, queries } = JSON.parse(readFileSync(0, "utf8"));
const script = (name) => new Script(readFileSync(`${folder}/search/${name}.js`, "utf8"));
const first = script(language), rest = script(`${language}/words`);

// As a page does that was just opened: the words that stand in texts only are loaded when a typed word is not known.
const answers = queries.map((query) => {
  const page = createContext({});
  page.window = page;
  first.runInContext(page);
  const began = performance.now();
  let found = page.handbookSearch(query);
  if (found.isUnsure) {
    rest.runInContext(page);
    found = page.handbookSearch(query);
  }
  return {
    addresses: found.sections.map(({ address }) => address),
    signs: found.warnings.flatMap(({ signs }) => signs.map(({ id }) => id)),
    milliseconds: performance.now() - began,
  };
});
process.stdout.write(JSON.stringify(answers));

// Answers queries with a built search, without a browser: {folder, language, queries} comes in, one answer for each goes out.
const { readFileSync } = require("node:fs");
const { createContext, Script } = require("node:vm");

const { folder, language, queries } = JSON.parse(readFileSync(0, "utf8"));
const script = (name) => new Script(readFileSync(`${folder}/search/${name}.js`, "utf8"));
const first = script(language), rest = script(`${language}/words`);

// As a page does once both scripts are there.
const page = createContext({});
page.window = page;
first.runInContext(page);
rest.runInContext(page);
const answers = queries.map((query) => {
  const began = performance.now();
  const found = page.handbookSearch(query);
  return {
    addresses: found.sections.map(({ address }) => address),
    signs: found.warnings.flatMap(({ signs }) => signs.map(({ id }) => id)),
    milliseconds: performance.now() - began,
  };
});
process.stdout.write(JSON.stringify(answers));

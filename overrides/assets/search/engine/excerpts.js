// Shows a piece of a text with the words that were searched for.
const SNIPPET = 170;

// Cuts a text into pieces [words, whether they were searched for].
function marked(text, isHit) {
  const pieces = [];
  let done = 0;
  for (const found of text.matchAll(WORD)) {
    if (!isHit(found[0])) continue;
    pieces.push([text.slice(done, found.index), false], [found[0], true]);
    done = found.index + found[0].length;
  }
  return [...pieces, [text.slice(done), false]].filter(([words]) => words);
}

function snippet(text, isHit) {
  if (text.length <= SNIPPET) return text;
  const first = [...text.matchAll(WORD)].find((found) => isHit(found[0]))?.index ?? 0;
  const sentence = [...text.slice(0, first).matchAll(/[\p{Sentence_Terminal}:;؛·] /gu)].pop();
  const begin = sentence ? sentence.index + 2 : 0;
  const start = first - begin < 90 ? begin : text.indexOf(" ", first - 60) + 1;
  const end = start + SNIPPET < text.length ? text.lastIndexOf(" ", start + SNIPPET) : text.length;
  return `${start ? "… " : ""}${text.slice(start, end)}${end < text.length ? " …" : ""}`;
}

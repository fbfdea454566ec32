// What may have been typed with the keys of another language: ljrnjh is доктор, otek is отёк.

function* layouts(query) {
  for (const [keys, others] of keyboards) {
    for (const [from, to] of [[keys, others], [others, keys]]) {
      const typed = [...query.toLowerCase()].map((key) => (from.includes(key) ? to[from.indexOf(key)] : key)).join("");
      if (typed !== query.toLowerCase()) yield typed;
    }
  }
}

// For who has no such keyboard: each word that the language does not have, in letters in which it has it.
function respelt(query) {
  const known = (words) => words.find((word) => idle.has(word)) ?? words.find((word) => dictionary.isThere(word));
  return wordsOf(query).map((word) => known([word]) ?? known(spellings(word, latin)) ?? word).join(" ");
}

// How a word may be written in the letters of the language, the likeliest first; `table` has [what is typed, what it stands
// for] for each letter or more. None where something stands for nothing.
function spellings(word, table) {
  const many = 24;
  let found = [["", 0]];
  for (let at = 0; at < word.length;) {
    const [typed, meant] = table.find(([letters]) => word.startsWith(letters, at)) ?? [];
    if (!typed) return [];
    found = found.flatMap(([text, cost]) => meant.map((letters, rank) => [text + letters, cost + rank]));
    found = found.sort((one, other) => one[1] - other[1]).slice(0, many);
    at += typed.length;
  }
  return found.map(([text]) => text);
}

// Reads what scripts/handbook/render/search/encoding.py has written.
const END = "!", MANY = " ", NARROW = 91, ALONE = 32;
const numberAt = (text, at) => {
  const code = text.charCodeAt(at);
  return code >= 0xc0 ? code - 0xc0 + NARROW : code - 35 - (code > 92);
};

// The words, each written as how many letters it begins with like the one before, and the rest.
function wordsIn(text) {
  let before = "";
  return text.split(END).slice(1).map((piece) => { before = before.slice(0, numberAt(piece, 0)) + piece.slice(1); return before; });
}

// For each word the sections it stands in, [number, how much it says], those that it stands for by itself, and in how many
// it stands.
function postingsIn(ways, levels) {
  let at = 0;
  return ways.split(END).slice(0, -1).map((text) => {
    const [way, many] = text.split(MANY);
    const found = [], alone = [];
    let section = -1;
    for (let place = 0; place < way.length; place += 1, at += 1) {
      section += numberAt(way, place) + 1;
      const level = numberAt(levels, at);
      found.push([section, level % ALONE]);
      if (level > ALONE) alone.push(section);
    }
    return { found, alone, count: many ? numberAt(many, 0) : found.length };
  });
}

// A text whose letters were exchanged with others, which take less room.
function swapped(text, pairs) {
  const half = pairs.length / 2;
  const others = new Map([...pairs].map((letter, at) => [letter, pairs[(at + half) % pairs.length]]));
  return [...text].map((letter) => others.get(letter) ?? letter).join("");
}

// What concepts are called, each [concept, numbers of its words]; `first` is the number of the first word here.
function saidIn(text, first) {
  let word = first;
  return text.split(END).slice(0, -1).map((piece) => {
    word += numberAt(piece, 0);
    const rest = Array.from({ length: (piece.length - 2) / 2 }, (_, at) => numberAt(piece, 2 * at + 2) * NARROW + numberAt(piece, 2 * at + 3));
    return [numberAt(piece, 1), [word, ...rest]];
  });
}

const numbersIn = (text) => Array.from(text, (_, at) => numberAt(text, at));
const listsIn = (text) => text.split(END).slice(0, -1).map(numbersIn);

// The words of each kind; a word can be of several.
const kindsIn = (words, kinds) => [1, 2, 4].map((kind) => words.filter((_, at) => numberAt(kinds, at) & kind));

// Russian word stems by the Snowball algorithm (https://snowballstem.org/algorithms/russian/stemmer.html).
const RU = {
  gerund: ["в вши вшись", "ив ивши ившись ыв ывши ывшись"],
  adjective: ["", "ее ие ые ое ими ыми ей ий ый ой ем им ым ом его ого ему ому их ых ую юю ая яя ою ею"],
  participle: ["ем нн вш ющ щ", "ивш ывш ующ"],
  reflexive: ["", "ся сь"],
  verb: [
    "ла на ете йте ли й л ем н ло но ет ют ны ть ешь нно",
    "ила ыла ена ейте уйте ите или ыли ей уй ил ыл им ым ен ило ыло ено ят ует уют ит ыт ены ить ыть ишь ую ю",
  ],
  noun: [
    "",
    "а ев ов ие ье е иями ями ами еи ии и ией ей ой ий й иям ям ием ем ам ом о у ах иях ях ы ь ию ью ю ия ья я",
  ],
  superlative: ["", "ейш ейше"],
};
// Each ending with whether it counts only after а or я; longer endings come first.
for (const name of Object.keys(RU)) {
  RU[name] = RU[name].flatMap((endings, free) => endings.split(" ").filter(Boolean).map((ending) => [ending, !free]));
  RU[name].sort((one, other) => other[0].length - one[0].length);
}

function withoutEnding(region, name) {
  const found = RU[name].find(([ending]) => region.endsWith(ending));
  if (!found) return null;
  const rest = region.slice(0, -found[0].length);
  return found[1] && !/[ая]$/.test(rest) ? null : rest;
}

function russianStem(word) {
  const start = word.search(/[аеиоуыэюя]/) + 1;
  if (!start) return word;
  const head = word.slice(0, start);
  let rest = withoutEnding(word.slice(start), "gerund");
  if (rest === null) {
    rest = word.slice(start);
    rest = withoutEnding(rest, "reflexive") ?? rest;
    const adjective = withoutEnding(rest, "adjective");
    if (adjective !== null) rest = withoutEnding(adjective, "participle") ?? adjective;
    else rest = withoutEnding(rest, "verb") ?? withoutEnding(rest, "noun") ?? rest;
  }
  rest = rest.replace(/и$/, "");
  const second = /^.*?[аеиоуыэюя][^аеиоуыэюя].*?[аеиоуыэюя][^аеиоуыэюя]/.exec(head + rest);
  if (second) {
    const derived = /ость?$/.exec(rest);
    if (derived && head.length + derived.index >= second[0].length) rest = rest.slice(0, derived.index);
  }
  const plain = withoutEnding(rest, "superlative");
  if (plain !== null) rest = plain.replace(/нн$/, "н");
  else rest = rest.endsWith("нн") ? rest.slice(0, -1) : rest.replace(/ь$/, "");
  return head + rest;
}

// A vowel that other forms do not have, or what marks its place: рубец, рубцы; пузырёк, пузырьки.
const RU_FLEETING = /(?<=[^аеиоуыэюя])(?:[ео](?=[кц]$)|ь(?=[кц]$))/;

function stems(word) {
  if (!/^[а-я]+$/.test(word)) return [word];
  const stem = russianStem(word);
  return stem.length < 5 ? [stem] : [...new Set([stem, stem.replace(RU_FLEETING, "")])];
}

// English word stems by the Snowball algorithm (https://snowballstem.org/algorithms/english/stemmer.html).
const EN_WHOLE = new Map(Object.entries({
  skis: "ski", skies: "sky", idly: "idl", gently: "gentl", ugly: "ugli", early: "earli", only: "onli", singly: "singl",
  sky: "sky", news: "news", howe: "howe", atlas: "atlas", cosmos: "cosmos", bias: "bias", andes: "andes",
}));
const EN_FIXED = /^(inning|outing|canning|herring|earring|evening|proceed|exceed|succeed)$/;
const EN_STEP_2 = [
  ["ization", "ize"], ["ational", "ate"], ["ousness", "ous"], ["iveness", "ive"], ["fulness", "ful"], ["tional", "tion"],
  ["lessli", "less"], ["biliti", "ble"], ["entli", "ent"], ["ation", "ate"], ["alism", "al"], ["aliti", "al"],
  ["ogist", "og"], ["fulli", "ful"], ["ousli", "ous"], ["iviti", "ive"], ["enci", "ence"], ["anci", "ance"], ["abli", "able"],
  ["izer", "ize"], ["ator", "ate"], ["alli", "al"], ["bli", "ble"], ["ogi", "og"], ["li", ""],
];
const EN_STEP_3 = [
  ["ational", "ate"], ["tional", "tion"], ["alize", "al"], ["icate", "ic"], ["iciti", "ic"], ["ative", ""],
  ["ical", "ic"], ["ness", ""], ["ful", ""],
];
const EN_STEP_4 = "ement ance ence able ible ment ant ent ism ate iti ous ive ize ion al er ic".split(" ");

function regions(word) {
  const after = (from) => {
    const found = /[aeiouy][^aeiouy]/.exec(word.slice(from));
    return found ? from + found.index + 2 : word.length;
  };
  const special = /^(gener|commun|arsen|past|univers|later|emerg|organ|inter)/.exec(word);
  const first = special ? special[0].length : after(0);
  return [first, after(first)];
}

function endsShort(word) {
  return /^past$|^[aeiouy][^aeiouy]$|[^aeiouy][aeiouy][^aeiouywxY]$/.test(word);
}

function englishStem(word) {
  if (word.length < 3) return word;
  if (EN_WHOLE.has(word)) return EN_WHOLE.get(word);
  let w = word.replace(/^y|([aeiouy])y/g, (found, vowel) => (vowel ?? "") + "Y");
  const [r1, r2] = regions(w);
  const ending = (list) => list.find((item) => w.endsWith(typeof item === "string" ? item : item[0]));
  const cut = (length) => w.slice(0, w.length - length);

  if (/sses$/.test(w)) w = cut(2);
  else if (/(ied|ies)$/.test(w)) w = w.length > 4 ? cut(2) : cut(1);
  else if (/[aeiouy].+s$/.test(w) && !/(us|ss)$/.test(w)) w = cut(1);
  if (EN_FIXED.test(w)) return w;

  const eed = /(eedly|eed)$/.exec(w);
  const past = /(ingly|edly|ing|ed)$/.exec(w);
  if (eed) {
    if (eed.index >= r1) w = `${cut(eed[0].length)}ee`;
  } else if (/^[^aeiouy]ying$/i.test(w)) {
    w = `${w[0]}ie`;
  } else if (past && /[aeiouy]/.test(w.slice(0, past.index))) {
    w = w.slice(0, past.index);
    if (/(at|bl|iz)$/.test(w)) w += "e";
    else if (/(bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(w)) w = /^[aeo]..$/.test(w) ? w : cut(1);
    else if (endsShort(w) && r1 >= w.length) w += "e";
  }
  if (/.[^aeiouy][yY]$/.test(w)) w = `${cut(1)}i`;

  let step = ending(EN_STEP_2);
  if (step && w.length - step[0].length >= r1) {
    const rest = cut(step[0].length);
    const fits = { ogi: /l$/, li: /[cdeghkmnrt]$/ }[step[0]];
    if (!fits || fits.test(rest)) w = rest + step[1];
  }
  step = ending(EN_STEP_3);
  if (step && w.length - step[0].length >= (step[0] === "ative" ? r2 : r1)) w = cut(step[0].length) + step[1];
  const last = ending(EN_STEP_4);
  if (last && w.length - last.length >= r2 && (last !== "ion" || /[st]ion$/.test(w))) w = cut(last.length);

  if (w.endsWith("e") && (w.length - 1 >= r2 || (w.length - 1 >= r1 && !endsShort(cut(1))))) w = cut(1);
  else if (w.endsWith("ll") && w.length - 1 >= r2) w = cut(1);
  return w.toLowerCase();
}

function stems(word) {
  return /^[a-z]+$/.test(word) ? [englishStem(word)] : [word];
}

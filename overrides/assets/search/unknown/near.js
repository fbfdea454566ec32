// Finds words that are near one another, so that one may be the other mistyped.
const rows = [new Float32Array(64), new Float32Array(64), new Float32Array(64)];

// Which letters a word has, as bits: most words are told apart by these.
function lettersOf(word) {
  let bits = 0;
  for (let at = 0; at < word.length; at += 1) bits |= 1 << (word.charCodeAt(at) & 31);
  return bits;
}

function countOf(bits) {
  let count = 0;
  for (let rest = bits; rest; rest &= rest - 1) count += 1;
  return count;
}

// The keys beside a letter's, on any keyboard: in its row, and in those above and below, which are half a key apart.
const keysBeside = new Map();
for (const rows of keyboards.flat().map((keys) => keys.split(" "))) {
  rows.forEach((row, at) => [...row].forEach((key, place) => {
    const above = rows[at - 1] ?? "", below = rows[at + 1] ?? "";
    keysBeside.set(key, [keysBeside.get(key), row[place - 1], row[place + 1], above[place], above[place + 1], below[place - 1], below[place]].join(""));
  }));
}
const beside = (letter) => [...(keysBeside.get(letter) ?? "")].filter((key) => /\p{L}/u.test(key));

// How much likelier others are mistyped: a letter lost or added, one that is neither beside another nor a vowel like it.
const LOST = 0.1, FOREIGN = 0.3;
const isSlip = (one, other) => (vowels.includes(one) && vowels.includes(other)) || keysBeside.get(one)?.includes(other);

// By how many letters added, lost, changed or exchanged two words differ, and how unlikely that is, as a fraction; Infinity
// if by more than `most`. The first letter is rarely wrong.
function distance(word, other, most) {
  if (Math.abs(word.length - other.length) > most || word.length > 60) return Infinity;
  if (word[0] !== other[0] && word[0] !== other[1] && word[1] !== other[0]) return Infinity;
  let [before, row, next] = rows;
  for (let j = 0; j <= other.length; j += 1) row[j] = j * (1 + LOST);
  for (let i = 1; i <= word.length; i += 1) {
    let least = next[0] = i * (1 + LOST);
    for (let j = 1; j <= other.length; j += 1) {
      const one = word[i - 1], its = other[j - 1];
      const change = one === its ? 0 : isSlip(one, its) ? 1 : 1 + FOREIGN;
      next[j] = Math.min(row[j] + 1 + LOST, next[j - 1] + 1 + LOST, row[j - 1] + change);
      if (i > 1 && j > 1 && one === other[j - 2] && word[i - 2] === its) next[j] = Math.min(next[j], before[j - 2] + 1);
      if (next[j] < least) least = next[j];
    }
    if (least >= most + 1) return Infinity;
    [before, row, next] = [row, next, before];
  }
  return row[other.length] < most + 1 ? row[other.length] : Infinity;
}

// Whether a word is another in which vowels are left out, as messages write it; a language says which.
const VOWELS = lettersOf(vowels);
const withoutVowels = (word) => word[0] + [...word.slice(1)].filter((letter) => !vowels.includes(letter)).join("");

function isShortened(typed, word) {
  if (!vowels || typed.length < 3 || typed.length >= word.length || withoutVowels(typed) !== withoutVowels(word)) return false;
  let at = 0;
  for (const letter of word) if (letter === typed[at]) at += 1;
  return at === typed.length;
}

// Whether a word may be one that shows a warning, mistyped.
const LONG = 9; // letters from which two of them may be wrong
const undoubled = (word) => word.replace(/(.)\1+/gu, "$1");

function isMistyped(form, word) {
  if (undoubled(form) === undoubled(word)) return true;
  if (form.length < 4 || word.length < 4 || countOf(lettersOf(form) ^ lettersOf(word)) > 4) return false;
  return distance(form, word, Math.min(form.length, word.length) < LONG ? 1 : 2) < Infinity;
}

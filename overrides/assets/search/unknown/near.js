// Finds words that are near one another, so that one may be the other mistyped.
const rows = [new Uint8Array(64), new Uint8Array(64), new Uint8Array(64)];

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

// Whether two words differ by at most `most` letters added, lost, changed or exchanged; the first letter is rarely wrong.
function isNear(word, other, most) {
  if (Math.abs(word.length - other.length) > most || word.length > 60) return false;
  if (word[0] !== other[0] && word[0] !== other[1] && word[1] !== other[0]) return false;
  let [before, row, next] = rows;
  for (let j = 0; j <= other.length; j += 1) row[j] = j;
  for (let i = 1; i <= word.length; i += 1) {
    let least = next[0] = i;
    for (let j = 1; j <= other.length; j += 1) {
      const change = word[i - 1] === other[j - 1] ? 0 : 1;
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + change);
      if (i > 1 && j > 1 && word[i - 1] === other[j - 2] && word[i - 2] === other[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
      if (next[j] < least) least = next[j];
    }
    if (least > most) return false;
    [before, row, next] = [row, next, before];
  }
  return row[other.length] <= most;
}

// Whether a word may be one that shows a warning, mistyped.
const LONG = 9; // letters from which two of them may be wrong
const undoubled = (word) => word.replace(/(.)\1+/gu, "$1");

function isMistyped(form, word) {
  if (undoubled(form) === undoubled(word)) return true;
  if (form.length < 4 || word.length < 4 || countOf(lettersOf(form) ^ lettersOf(word)) > 4) return false;
  return isNear(form, word, Math.min(form.length, word.length) < LONG ? 1 : 2);
}

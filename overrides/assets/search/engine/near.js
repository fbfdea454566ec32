// Finds words that are near one another: mistyped, or of one family.
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

// Whether two roots are so alike from the front that they may be of one family: покраснел and покраснен.
function areKin(one, other) {
  const longer = Math.max(one.length, other.length), shorter = Math.min(one.length, other.length);
  if (longer < 5 || shorter < 0.75 * longer || one[0] !== other[0] || one === other) return false;
  let same = 1;
  while (same < shorter && one[same] === other[same]) same += 1;
  return same >= 4 && same >= 0.75 * longer;
}

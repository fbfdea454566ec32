// Whether two words differ by at most `most` letters added, lost, changed or exchanged; the first letter is rarely wrong.
function isNear(word, other, most) {
  if (Math.abs(word.length - other.length) > most || (word[0] !== other[0] && word[0] !== other[1] && word[1] !== other[0])) return false;
  let before = [], row = [...Array(other.length + 1).keys()];
  for (let i = 1; i <= word.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const change = word[i - 1] === other[j - 1] ? 0 : 1;
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + change);
      if (i > 1 && j > 1 && word[i - 1] === other[j - 2] && word[i - 2] === other[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    if (Math.min(...next) > most) return false;
    [before, row] = [row, next];
  }
  return row[other.length] <= most;
}

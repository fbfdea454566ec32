// For a language without rules of its own: a word is its own stem.
function stems(word) {
  return [word];
}

// What typed words may mean: words that the handbook has, each with how sure that is.
const SURE = 1, BEGUN = 0.7, KIN = 0.5;

class Dictionary {
  constructor(drawers) {
    this.drawers = drawers;
    this.held = new Map(); // number of a drawer → its words [word, number], and forms that are much longer than their roots
    this.own = new Map(); // word → number, of the language itself
    this.foreign = new Map(); // and of others
    this.words = [];
    this.postings = []; // for each word the sections it stands in
    this.concepts = []; // for each that is named by a word that is there, the sections that speak of it
    this.phrases = new Map(); // number of a word → the phrases that begin with it, each [concept, numbers of its words]
    this.known = new Map(); // what was asked for before: each key asks for all words again
  }

  learn(drawer, first, words, forms, postings, phrases, concepts, told) {
    this.held.set(drawer, { words: words.map((word, at) => [word, first + at]), forms });
    const numbers = drawer < this.drawers.foreign.number ? this.own : this.foreign;
    words.forEach((word, at) => {
      numbers.set(word, first + at);
      this.words[first + at] = word;
      this.postings[first + at] = postings[at];
    });
    concepts.forEach((concept, at) => { this.concepts[concept] = told[at]; });
    for (const [concept, phrase] of phrases) this.phrases.set(phrase[0], [...(this.phrases.get(phrase[0]) ?? []), [concept, phrase]]);
  }

  // Whether a word is among those that are there.
  has(word) {
    return [word, ...rootsOf(word)].some((root) => this.own.has(root) || this.foreign.has(root));
  }

  // Whether the language has a word.
  isThere(word) {
    this.drawers.ask(this.drawers.of(this.drawers.own, word));
    return [word, ...rootsOf(word)].some((root) => this.own.has(root));
  }

  // A common word as it was typed.
  exactly(typed) {
    const roots = [typed, ...rootsOf(typed)];
    this.drawers.ask(roots.flatMap((root) => this.drawers.of(this.drawers.idle, root)));
    return new Map(roots.filter((root) => this.own.has(root)).map((root) => [this.own.get(root), SURE]));
  }

  // The words that are meant by one that was typed: of the language itself or, where it has none, of others. The last one may not be finished.
  meanings(typed, isLast, isOwn) {
    return this.once(`${typed} ${isLast} ${isOwn}`, () => {
      const own = this.lookUp(this.drawers.own, typed, isLast);
      const isFound = [...own.keys()].some((number) => this.postings[number].count);
      return isFound || isOwn || this.drawers.isWaiting ? own : new Map([...this.lookUp(this.drawers.foreign, typed, isLast), ...own]);
    });
  }

  once(key, find) {
    if (this.known.size > 500) this.known.clear();
    if (this.known.has(key)) return this.known.get(key);
    const found = find();
    if (!this.drawers.isWaiting) this.known.set(key, found);
    return found;
  }

  // The words of drawers, as far as they are there.
  wordsIn(numbers) {
    return this.drawers.ask(numbers).flatMap((number) => this.held.get(number).words);
  }

  lookUp(shelf, typed, isLast) {
    const found = new Map();
    const add = (number, sure) => found.set(number, Math.max(sure, found.get(number) ?? 0));
    const roots = [...new Set([typed, ...rootsOf(typed)])];
    const words = this.wordsIn(roots.flatMap((root) => (isLast && root.length > 1 ? this.drawers.begun(shelf, root) : this.drawers.of(shelf, root))));
    const numbers = shelf === this.drawers.own ? this.own : this.foreign;
    for (const root of roots) if (numbers.has(root)) add(numbers.get(root), SURE);
    const exact = found.size > 0;
    if (typed.length > 4) for (const [word, number] of words) if (roots.some((root) => areKin(root, word))) add(number, KIN);
    if (isLast && typed.length > 1 && !(exact && typed.length < 4)) {
      const begin = roots.filter((root) => root.length > 1);
      for (const [word, number] of words) {
        if (begin.some((root) => word.startsWith(root))) add(number, BEGUN * (exact ? 0.5 : 1) * Math.sqrt(typed.length / Math.max(word.length, typed.length)));
      }
    }
    return found;
  }
}

// Whether two roots are so alike from the front that they may be of one family: покраснел and покраснен.
function areKin(one, other) {
  const longer = Math.max(one.length, other.length), shorter = Math.min(one.length, other.length);
  if (longer < 5 || shorter < 0.75 * longer || one[0] !== other[0] || one === other) return false;
  let same = 1;
  while (same < shorter && one[same] === other[same]) same += 1;
  return same >= 4 && same >= 0.75 * longer;
}

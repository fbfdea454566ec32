// What typed words may mean: words that the handbook has, each with how sure that is.
const SURE = 1, BEGUN = 0.7, MISTYPED = 0.6, KIN = 0.5, ALIKE = 0.35;

// Whether two roots are so alike from the front that they may be of one family: покраснел and покраснен.
function areKin(one, other) {
  const longer = Math.max(one.length, other.length);
  if (one === other || longer < 5 || one.slice(0, 4) !== other.slice(0, 4)) return false;
  let same = 4;
  while (same < one.length && one[same] === other[same]) same += 1;
  return same >= 0.75 * longer;
}

class Dictionary {
  constructor() {
    this.words = [];
    this.numbers = new Map();
    this.postings = [];
    this.phrasesWith = new Map(); // number of a word → phrases
    this.called = []; // concept → numbers of all its words
  }

  add({ pairs, words, ways, levels }) {
    for (const word of wordsIn(swapped(words, pairs))) {
      this.numbers.set(word, this.words.length);
      this.words.push(word);
    }
    this.postings.push(...postingsIn(ways, levels));
  }

  call(text) {
    phrasesIn(text).forEach((phrases, concept) => phrases.forEach((phrase) => {
      const entry = [concept, phrase];
      this.called[concept] = [...(this.called[concept] ?? []), ...(phrase.length === 1 ? phrase : [])];
      for (const word of new Set(phrase)) {
        if (!this.phrasesWith.has(word)) this.phrasesWith.set(word, []);
        this.phrasesWith.get(word).push(entry);
      }
    }));
  }

  has(word) {
    return this.numbers.has(word) || rootsOf(word).some((root) => this.numbers.has(root));
  }

  // The words that are meant by one that was typed. The last one may not be finished.
  meanings(typed, isLast) {
    const found = new Map();
    const add = (number, sure) => found.set(number, Math.max(sure, found.get(number) ?? 0));
    const roots = [...new Set([typed, ...rootsOf(typed)])];
    for (const root of roots) if (this.numbers.has(root)) add(this.numbers.get(root), SURE);
    const exact = found.size > 0;
    if (typed.length > 4) this.words.forEach((word, number) => { if (roots.some((root) => areKin(root, word))) add(number, KIN); });
    if (isLast && typed.length > 1 && !(exact && typed.length < 4)) {
      const begin = roots.filter((root) => root.length > 1);
      this.words.forEach((word, number) => {
        if (begin.some((root) => word.startsWith(root))) add(number, BEGUN * (exact ? 0.5 : 1) * Math.sqrt(typed.length / Math.max(word.length, typed.length)));
      });
    }
    return found;
  }

  // The words that are near one that nobody has, so that it may be mistyped.
  corrections(typed) {
    const found = new Map();
    if (typed.length < 4) return found;
    const forms = [...new Set([typed, ...rootsOf(typed)])].filter((form) => form.length > 3);
    for (const most of typed.length < 7 ? [1] : [1, 2]) {
      this.words.forEach((word, number) => {
        if (word.length > 3 && forms.some((form) => isNear(form, word, most))) found.set(number, MISTYPED / most);
      });
      if (found.size) break;
    }
    return found;
  }

  // The words that look most like one, by the pairs of letters that they share (Dice).
  alike(typed) {
    const pairs = (word) => new Set(Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2)));
    const mine = pairs(typed);
    const shared = this.words.map((word, number) => {
      const its = pairs(word);
      return [number, 2 * [...its].filter((pair) => mine.has(pair)).length / (its.size + mine.size || 1)];
    });
    return new Map(shared.filter(([, share]) => share > ALIKE).sort((one, other) => other[1] - one[1]).slice(0, 3));
  }
}

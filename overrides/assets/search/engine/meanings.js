// What typed words may mean: words that the handbook has, each with how sure that is.
const SURE = 1, BEGUN = 0.7, MISTYPED = 0.6, KIN = 0.5, ALIKE = 0.35, FAR = 6;

class Dictionary {
  constructor(drawers) {
    this.drawers = drawers;
    this.held = new Map(); // number of a drawer → its words [word, number, letters], and forms that are much longer than their roots
    this.own = new Map(); // word → number, of the language itself
    this.foreign = new Map(); // and of others
    this.words = [];
    this.postings = []; // for each word the sections it stands in
    this.phrases = new Map(); // number of a word → the phrases that begin with it, each [concept, numbers of its words]
    this.known = new Map(); // what was asked for before: each key asks for all words again
  }

  learn(drawer, first, words, forms, postings, phrases) {
    this.held.set(drawer, {
      words: words.map((word, at) => [word, first + at, lettersOf(word)]),
      forms: forms.map((form) => [form, lettersOf(form)]),
    });
    const numbers = drawer < this.drawers.foreign.number ? this.own : this.foreign;
    words.forEach((word, at) => {
      numbers.set(word, first + at);
      this.words[first + at] = word;
      this.postings[first + at] = postings[at];
    });
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
    this.drawers.ask([COMMON]);
    return new Map([typed, ...rootsOf(typed)].filter((root) => this.own.has(root)).map((root) => [this.own.get(root), SURE]));
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

  // The words that are near one that nobody has, so that it may be mistyped: first those that begin like it, then those
  // that begin with a letter of its first two, and where it stands alone (`isAlone`) also those whose first letter it lacks.
  corrections(typed, isAlone) {
    return this.once(`${typed}? ${isAlone}`, () => this.correct(typed, isAlone));
  }

  correct(typed, isAlone) {
    const { own, foreign } = this.drawers;
    const forms = [...new Set([typed, ...rootsOf(typed)])].filter((form) => form.length > 3);
    const like = (shelf) => forms.flatMap((form) => this.drawers.begun(shelf, form.slice(0, 2)));
    const begun = [typed[0], typed[1] + typed[0], typed.slice(1, 3)].flatMap((letters) => this.drawers.begun(own, letters));
    const steps = [[like(own), 1], [begun, 1], [like(foreign), 1]];
    if (typed.length > 6) steps.push([[...like(own), ...begun], 2]);
    if (isAlone) steps.push([this.drawers.headless(own, typed), 1]);
    for (const [numbers, most] of typed.length > 3 ? steps : []) {
      const found = this.near(typed, forms, numbers, most);
      if (found.size || this.drawers.isWaiting) return found;
    }
    return new Map();
  }

  near(typed, forms, numbers, most) {
    const found = new Map(), letters = lettersOf(typed);
    const sure = (word) => MISTYPED / most * Math.min(1, word.length / typed.length);
    const mine = forms.map((form) => [form, lettersOf(form)]);
    for (const [word, number, its] of this.wordsIn(numbers)) {
      if (word.length > 3 && mine.some(([form, bits]) => countOf(bits ^ its) <= 2 * most && isNear(form, word, most))) found.set(number, sure(word));
    }
    for (const [form, its] of this.drawers.ask(numbers).flatMap((number) => this.held.get(number).forms)) {
      if (countOf(its ^ letters) > 2 * most || !isNear(typed, form, most)) continue;
      const roots = rootsOf(form);
      this.drawers.ask(roots.flatMap((root) => this.drawers.of(this.drawers.own, root)));
      for (const root of roots) if (this.own.has(root)) found.set(this.own.get(root), sure(form));
    }
    return found;
  }

  // Of the words that begin with the same letter those that look most like one, by the pairs of letters that they share (Dice).
  alike(typed) {
    if (typed.length < 4) return new Map();
    const pairs = (word) => new Set(Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2)));
    const mine = pairs(typed), letters = lettersOf(typed), shared = [];
    for (const [word, number, bits] of this.wordsIn(this.drawers.begun(this.drawers.own, typed[0]))) {
      if (word.length < 4 || countOf(letters ^ bits) > FAR) continue;
      const its = pairs(word);
      const share = 2 * [...its].filter((pair) => mine.has(pair)).length / (its.size + mine.size);
      if (share > ALIKE) shared.push([number, share]);
    }
    return new Map(shared.sort((one, other) => other[1] - one[1]).slice(0, 3));
  }
}

// What typed words may mean: words that the handbook has, each with how sure that is.
const SURE = 1, BEGUN = 0.7, MISTYPED = 0.6, KIN = 0.5, ALIKE = 0.35, FAR = 6;

class Dictionary {
  // `forms` are words much longer than their roots; `postings` has for each word the sections it stands in; `phrases` for each concept what it is called.
  constructor(words, forms, postings, phrases) {
    this.words = words;
    this.numbers = new Map(words.map((word, number) => [word, number]));
    this.postings = postings;
    this.letters = words.map(lettersOf);
    this.forms = forms.map((form) => [form, lettersOf(form)]); // words much longer than their roots
    this.known = new Map(); // what was asked for before: each key asks for all words again
    this.phrasesWith = new Map(); // number of a word → phrases
    this.called = phrases.map((several) => several.flatMap((phrase) => (phrase.length === 1 ? phrase : [])));
    phrases.forEach((several, concept) => several.forEach((phrase) => {
      for (const word of new Set(phrase)) {
        if (!this.phrasesWith.has(word)) this.phrasesWith.set(word, []);
        this.phrasesWith.get(word).push([concept, phrase]);
      }
    }));
  }

  has(word) {
    return this.numbers.has(word) || rootsOf(word).some((root) => this.numbers.has(root));
  }

  // A word as it was typed.
  exactly(typed) {
    return new Map([typed, ...rootsOf(typed)].filter((root) => this.numbers.has(root)).map((root) => [this.numbers.get(root), SURE]));
  }

  // The words that are meant by one that was typed. The last one may not be finished.
  meanings(typed, isLast) {
    return this.once(`${typed} ${isLast}`, () => this.lookUp(typed, isLast));
  }

  once(key, find) {
    if (this.known.size > 500) this.known.clear();
    if (!this.known.has(key)) this.known.set(key, find());
    return this.known.get(key);
  }

  lookUp(typed, isLast) {
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
    return this.once(`${typed}?`, () => this.correct(typed));
  }

  correct(typed) {
    const found = new Map();
    if (typed.length < 4) return found;
    const forms = [...new Set([typed, ...rootsOf(typed)])].filter((form) => form.length > 3).map((form) => [form, lettersOf(form)]);
    const sure = (word, most) => MISTYPED / most * Math.min(1, word.length / typed.length);
    for (const most of typed.length < 7 ? [1] : [1, 2]) {
      this.words.forEach((word, number) => {
        if (word.length > 3 && forms.some(([form, its]) => countOf(its ^ this.letters[number]) <= 2 * most && isNear(form, word, most))) found.set(number, sure(word, most));
      });
      const letters = lettersOf(typed);
      for (const [form, its] of this.forms) {
        if (countOf(its ^ letters) > 2 * most || !isNear(typed, form, most)) continue;
        for (const root of rootsOf(form)) if (this.numbers.has(root)) found.set(this.numbers.get(root), sure(form, most));
      }
      if (found.size) break;
    }
    return found;
  }

  // The words that look most like one, by the pairs of letters that they share (Dice).
  alike(typed) {
    const pairs = (word) => new Set(Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2)));
    const mine = pairs(typed), letters = lettersOf(typed), shared = [];
    this.words.forEach((word, number) => {
      if (typed.length < 4 || word.length < 4 || countOf(letters ^ this.letters[number]) > FAR) return;
      const its = pairs(word);
      const share = 2 * [...its].filter((pair) => mine.has(pair)).length / (its.size + mine.size);
      if (share > ALIKE) shared.push([number, share]);
    });
    return new Map(shared.sort((one, other) => other[1] - one[1]).slice(0, 3));
  }
}

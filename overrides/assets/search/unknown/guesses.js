// What words may mean that nobody has: other letters, parts, mistyped ones. It is loaded with the first such word.
const SPELT = 0.8, MISTYPED = 0.6, SLIPPED = 0.4, ALIKE = 0.35, FAR = 6;
const SHORT = 0.5, UNDOUBLED = 0.05, CLEAR = 1.35, BESIDE = 0.15; // how far words are from one another, and how far may differ

// The query as it was meant.
function understood(best, isTyping) {
  const typed = best.query.slice(0, LONGEST);
  for (const others of [() => [respelt(typed)], () => layouts(typed)]) {
    for (const other of unknown(best.read).length ? others() : []) {
      const again = read(other, isTyping, true);
      if (again.length && unknown(again).length < unknown(best.read).length) best = { query: other, read: again };
    }
  }
  return drawers.isWaiting ? best : { ...best, read: parted(best.read, isTyping) };
}

// coldsore is cold sore; what nobody has may be mistyped, and so may what only looks like a word. Letters that are doubled,
// or not, are the least mistake: presure is no pre and sure.
function parted(read, isTyping) {
  const isAlone = !isTyping && read.filter(({ isFaint }) => !isFaint).length === 1;
  return read.flatMap((one) => {
    if (!isDoubtful(one)) return [one];
    if (one.meanings.size) return [{ ...one, meanings: new Map([...corrections(one.word, false, true).meanings, ...one.meanings]) }];
    const { meanings, far } = corrections(one.word, isAlone), little = nearestOf(idle, one.word);
    for (let cut = 3; far > UNDOUBLED && cut <= one.word.length - 3; cut += 1) {
      const parts = [one.word.slice(0, cut), one.word.slice(cut)];
      if (parts.every((part) => dictionary.isThere(part))) return parts.map((word) => ({ word, meanings: dictionary.meanings(word, false) }));
    }
    return [little.far < far ? { ...one, meanings: dictionary.exactly(little.word), isFaint: true } : { ...one, meanings }];
  });
}

// The little word that is nearest to one: brapa is berapa.
function nearestOf(words, typed) {
  const all = [...words].map((word) => ({ word, far: farness(typed, word, 1) }));
  return all.reduce((one, other) => (other.far < one.far ? other : one), { far: Infinity });
}

// The words that are near one that nobody has, so that it may be mistyped: first those that begin like it, then those
// whose first two letters are easily mistaken for its own, then those whose first letter lies beside its own on a keyboard, and where
// it stands alone (`isAlone`) also those whose first letter it lacks.
const corrections = (typed, isAlone, isKin) => dictionary.once(`${typed}? ${isAlone} ${isKin}`, () => correct(typed, isAlone, isKin));

function correct(typed, isAlone, isKin) {
  const { own, foreign } = drawers;
  const forms = [...new Set([typed, ...rootsOf(typed)])].filter((form) => form === typed || form.length > 3);
  const like = (shelf) => forms.flatMap((form) => drawers.begun(shelf, form.slice(0, 2)));
  const seconds = vowels ? [typed[2], ...beside(typed[1]), ...vowels] : [""]; // the second letter may be lost, wrong, or a vowel left out
  const begun = [...seconds.map((letter) => typed[0] + letter), typed[1] + typed[0], typed.slice(1, 3)].flatMap((letters) => drawers.begun(own, letters));
  const steps = [[like(own), 1], [begun, 1], [like(foreign), 1]];
  if (typed.length > 6) steps.push([[...like(own), ...begun], 2]);
  const found = new Map();
  for (const [place, [numbers, most]] of (typed.length > 3 ? steps : [[begun, 0]]).entries()) {
    near(typed, forms, numbers, most, found);
    if (drawers.isWaiting) return likeliest(new Map());
    if (isKin || (found.size && (place > 0 || leastOf(found) <= CLEAR))) return likeliest(found);
  }
  const others = slipped(typed);
  if (!isAlone || others.size || drawers.isWaiting) return { meanings: others, far: others.size ? 1 + FOREIGN : Infinity };
  near(typed, forms, drawers.headless(own, typed), 1, found);
  return likeliest(found);
}

const leastOf = (found) => Math.min(...[...found.values()].map(({ far }) => far));

// Of words that may be meant those that are nearest, with how sure that is, and how far they are.
function likeliest(found) {
  const far = leastOf(found), most = far + BESIDE * Math.max(1, Math.floor(far));
  const sure = (its) => its.share * (its.far < 1 ? SPELT : MISTYPED / Math.floor(its.far));
  return { meanings: new Map([...found].filter(([, its]) => its.far <= most).map(([number, its]) => [number, sure(its)])), far };
}

// What a word means with another first letter: panas for oanas.
function slipped(typed) {
  const meant = typed.length > 4 ? beside(typed[0]).map((letter) => letter + typed.slice(1)).filter((word) => dictionary.isThere(word)) : [];
  return new Map(meant.flatMap((word) => [...dictionary.meanings(word, false, true)]).map(([number, sure]) => [number, SLIPPED * sure]));
}

// How far a typed word is from another. Letters that are doubled, or not, need be no mistake: басейн, itchhh. Nor need
// vowels that are left out: bngkk.
function farness(typed, word, most) {
  const one = undoubled(typed), other = undoubled(word);
  if (word.length > 2 && one === other) return 0;
  if (word.length > 2 && (isShortened(typed, word) || isShortened(one, other))) return SHORT;
  if (!most || word.length < 4) return Infinity;
  const far = distance(typed, word, most);
  return one.length > 3 && one + other !== typed + word ? Math.min(far, distance(one, other, most) + UNDOUBLED) : far;
}

// Adds to `found` which words of drawers are near a typed one, or a form of it: how far, and how much of it they are.
function near(typed, forms, numbers, most, found) {
  const add = (number, word, far) => { if (far < (found.get(number)?.far ?? Infinity)) found.set(number, { far, share: Math.min(1, word.length / typed.length) }); };
  const mayBe = (bits, word) => { const others = bits ^ lettersOf(word); return countOf(others) <= 2 * most || !(others & ~VOWELS); };
  const mine = forms.map((form) => [form, lettersOf(form)]);
  for (const [word, number] of dictionary.wordsIn(numbers)) {
    for (const [form, bits] of mine) if (mayBe(bits, word)) add(number, word, farness(form, word, most) + (form === typed ? 0 : UNDOUBLED));
  }
  const letters = lettersOf(typed);
  for (const form of drawers.ask(numbers).flatMap((number) => dictionary.held.get(number).forms)) {
    const far = mayBe(letters, form) ? farness(typed, form, most) : Infinity;
    if (far === Infinity) continue;
    const roots = rootsOf(form);
    drawers.ask(roots.flatMap((root) => drawers.of(drawers.own, root)));
    for (const root of roots) if (dictionary.own.has(root)) add(dictionary.own.get(root), form, far);
  }
}

// Of the words that begin with the same letter those that look most like one, by the pairs of letters that they share (Dice).
function alike(typed) {
  if (typed.length < 4) return new Map();
  const pairs = (word) => new Set(Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2)));
  const mine = pairs(typed), letters = lettersOf(typed), shared = [];
  for (const [word, number] of dictionary.wordsIn(drawers.begun(drawers.own, typed[0]))) {
    if (word.length < 4 || countOf(letters ^ lettersOf(word)) > FAR) continue;
    const its = pairs(word);
    const share = 2 * [...its].filter((pair) => mine.has(pair)).length / (its.size + mine.size);
    if (share > ALIKE) shared.push([number, share]);
  }
  return new Map(shared.sort((one, other) => other[1] - one[1]).slice(0, 3));
}

// Answers what is typed. `index` is what scripts/handbook/render/search/script.py writes.
const MOST = 12, MOST_OF_A_PAGE = 3, LEAST = 0.2, DOUBTED = 0.25, MARKED = 0.5, FEW = 4, LONGEST = 200, MOST_HEARD = 30, OFTEN = 0.4, BEGUN_LEAST = 3, CONCERNED = 1.1, CONCERNED_LESS = 0.5, FEW_WORDS = 2;

function searchIn(index) {
  const exchanged = (text) => swapped(text, index.pairs);
  const idle = new Set(wordsOf(index.idle));
  const subject = new Set(wordsOf(index.subject).flatMap((word) => [word, ...rootsOf(word)]));
  const drawers = new Drawers(index.shelves.map((starts) => wordsIn(exchanged(starts))), [...idle]);
  const dictionary = new Dictionary(drawers);
  const dangers = new Dangers(drawers);
  const headings = exchanged(index.headings).split("\n").map((page) => page.split("\t"));
  const signs = listsIn(index.signs).map(([box, ...told], number) => ({ number, box, told }));
  const sections = index.ids.flatMap((ids, page) => ids.split(" ").map((id, place) => ({ page, place, id, heading: headings[page][place] })));
  const pages = []; // for each whose text is there, the texts of its sections and what concepts are called in them
  const hits = new Set();
  let named = []; // the concepts that were typed
  let guesses = null; // what words may mean that nobody has, once that is there

  // The words, each with its meanings; `isFaint` if it tells something only beside others, `isBegun` if it is being
  // typed, `isOpen` if nobody knows yet what it will be.
  function read(query, isTyping, isOther) {
    const words = [...new Set(wordsOf(query.slice(0, LONGEST)))];
    const isTold = words.some((word) => !idle.has(word));
    const [faint, telling] = [true, false].map((which) => words.filter((word) => (isTold && idle.has(word)) === which).slice(0, MOST));
    const typed = telling.map((word) => {
      const isLast = word === words.at(-1), isBegun = isTyping && isLast;
      const meanings = isBegun && word.length < BEGUN_LEAST ? new Map() : dictionary.meanings(word, isLast, isOther || isBegun);
      return { word, meanings, isBegun, isOpen: isBegun && !meanings.size };
    });
    return [...joined(typed), ...faint.map((word) => ({ word, meanings: dictionary.exactly(word), isFaint: true }))];
  }

  // sun screen is sunscreen
  function joined(read) {
    for (let place = 0; place + 1 < read.length; place += 1) {
      const together = read[place].word + read[place + 1].word;
      if (dictionary.isThere(together)) {
        const meanings = dictionary.meanings(together, false);
        for (const one of [read[place], read[place + 1]]) one.meanings = new Map([...one.meanings, ...meanings]);
      }
    }
    return read;
  }

  // Whether a word is none that is there, or only looks like one; not while it is being typed.
  const isDoubtful = ({ meanings, isFaint, isBegun }) => !isFaint && !isBegun && ![...meanings.values()].some((sure) => sure > KIN);
  const unknown = (read) => read.filter(({ meanings, isFaint, isOpen }) => !meanings.size && !isFaint && !isOpen);

  // What is not there yet is not unknown; nor is a word that is being typed.
  function understood(query, isTyping) {
    const first = { query, read: read(query, isTyping) };
    if (drawers.isWaiting) return first;
    const lost = first.read.filter(isDoubtful);
    if (!guesses) drawers.ask(lost.flatMap(({ word }) => [UNKNOWN, ...drawers.begun(drawers.own, word.slice(0, 2))]));
    if (!lost.length || drawers.isWaiting) return { ...first, read: ordered(first.read) };
    const best = guesses.understood(first, isTyping);
    return drawers.isWaiting ? best : { ...best, read: ordered(best.read) };
  }

  // laser, skin: what nearly every section says or is about tells something only beside others, too.
  function ordered(read) {
    const isOften = ([number]) => dictionary.postings[number].count > OFTEN * sections.length;
    const isCommon = ({ word, meanings }) => [word, ...rootsOf(word)].some((root) => subject.has(root)) || [...meanings].some(isOften);
    const rest = read.filter((one) => !one.isFaint && one.meanings.size && !isCommon(one));
    const marked = rest.length ? read.map((one) => ({ ...one, isFaint: one.isFaint || isCommon(one) })) : read;
    return [...marked.filter((one) => !one.isFaint), ...marked.filter((one) => one.isFaint)];
  }

  function search(query, isTyping = false) {
    drawers.missing.clear();
    const { query: meant, read } = understood(query, isTyping);
    const isOpen = read.some((one) => one.isOpen);
    const { ranked, spoken } = rank(read, dictionary, sections.length);
    remember(read, spoken);
    const warnings = warned(meant, isTyping);
    const told = read.filter(({ isFaint }) => !isFaint).length;
    const found = spread(concerned(ranked, warnings, told > FEW_WORDS ? CONCERNED_LESS : CONCERNED), ranked).map(([section]) => described(section));
    const nearest = found.length || isOpen || drawers.isWaiting ? [] : spread(likely(read)).slice(0, FEW).map(([section]) => described(section));
    return {
      sections: found,
      warnings,
      meant: meant === query ? "" : meant,
      unknown: unknown(read).map(({ word }) => word),
      nearest,
      isOpen,
      missing: [...drawers.missing],
    };
  }

  // Below a warning stands first what tells of its signs; of many words others may tell more.
  function concerned(ranked, warnings, share) {
    const telling = new Set(warnings.flatMap((warning) => warning.signs.flatMap((number) => signs[number].told)));
    const most = ranked[0]?.[1] ?? 1, scores = new Map(ranked);
    for (const section of telling) scores.set(section, (scores.get(section) ?? 0) + share * most);
    return telling.size ? [...scores].sort((one, other) => other[1] - one[1] || one[0] - other[0]) : ranked;
  }

  // Few of each page, and none that says far less than the first that has the words.
  function spread(found, ranked = found) {
    const perPage = new Map();
    const least = (ranked[0]?.[1] ?? 0) * LEAST;
    return found.filter(([section, score]) => {
      const { page } = sections[section];
      perPage.set(page, (perPage.get(page) ?? 0) + 1);
      return score >= least && perPage.get(page) <= MOST_OF_A_PAGE;
    }).slice(0, MOST);
  }

  // What is told of words that nobody has: the sections of words that look most like them.
  function likely(read) {
    drawers.ask([UNKNOWN]);
    return drawers.isWaiting ? [] : rank(read.map((one) => ({ ...one, meanings: guesses.alike(one.word) })), dictionary, sections.length).ranked;
  }

  // The words to mark: those that were meant; everything that their concepts are called comes with the texts.
  function remember(read, spoken) {
    hits.clear();
    const meant = read.filter(({ isFaint }) => !isFaint).flatMap(({ meanings }) => [...meanings].filter(([, sure]) => sure >= MARKED).map(([number]) => number));
    for (const number of meant) hits.add(dictionary.words[number]);
    named = spoken.filter(({ sure }) => sure > DOUBTED).map(({ concept }) => concept);
  }

  // The boxes to show above everything, the most urgent first: each with the numbers of the signs that were typed. All words count here.
  function warned(query, isTyping) {
    const typed = wordsOf(query.slice(0, LONGEST)).slice(0, MOST_HEARD);
    const told = dangers.in(typed, (word) => idle.has(word) || dictionary.has(word), (word) => idle.has(word), isTyping);
    const shown = signs.filter(({ number }) => told.has(number));
    return [...new Set(shown.map(({ box }) => box))].map((box) => {
      const [address, title, first, calls] = index.boxes[box];
      return { address, title, first, calls, signs: shown.filter((sign) => sign.box === box).map(({ number }) => number) };
    });
  }

  function described(number) {
    const { page, place, id, heading } = sections[number];
    const [address, language, direction] = index.pages[page];
    return { number, page, heading, title: place ? headings[page][0] : "", language, direction, address: place && id ? `${address}#${id}` : address };
  }

  // Whether a word is to be marked on a page; until its text is there, only by what was meant.
  const marking = (page) => {
    const called = pages[page]?.called ?? {};
    const all = new Set([...hits, ...named.flatMap((concept) => (called[concept] ?? "").split(" "))]);
    return (word) => wordsOf(word).some((part) => [part, ...rootsOf(part)].some((root) => all.has(root)));
  };

  // What a drawer holds, of the same making as this script; `first` is the number of its first word.
  search.learn = (making, drawer, first, text) => {
    if (making !== index.making) return;
    const [held, kinds, ways, levels, said, named, told, strong, lists, warnings, harmless] = text.split("\n");
    const [words, forms, heard] = kindsIn(wordsIn(exchanged(held)), kinds);
    dictionary.learn(drawer, first, words, forms, postingsIn(ways, levels), saidIn(said, first), numbersIn(named), postingsIn(told, strong));
    dangers.learn(drawer, heard, listsIn(lists), listsIn(warnings), listsIn(harmless));
    drawers.open.add(drawer);
  };
  search.guess = (making, start) => {
    if (making !== index.making) return;
    guesses = start({ LONGEST, drawers, dictionary, idle, read, unknown, isDoubtful, wordsOf, rootsOf });
    dangers.isMistyped = guesses.isMistyped;
    drawers.open.add(UNKNOWN);
  };
  search.tell = (page, texts, called) => { pages[page] = { texts, called }; };
  search.warn = (its) => { search.signs = its; }; // for each the id and the words
  search.heading = ({ page, heading }) => marked(heading, marking(page));
  // A piece of a section's text with the words that were searched for, and these; nothing until the text is there.
  search.excerpt = (number) => {
    const { page, place } = sections[number];
    if (!pages[page]) return null;
    const text = pages[page].texts[place], isHit = marking(page);
    const words = [...new Set((text.match(WORD) ?? []).filter(isHit))].slice(0, MOST);
    return { pieces: marked(snippet(text, isHit), isHit), words };
  };
  // The whole answer, with drawers loaded as long as something is missing and nothing else is asked. Warnings do not wait
  // for the rest: they are given to `warn` as soon as they are there.
  let asked = "";
  search.answer = async (query, load, isTyping, warn) => {
    asked = query;
    for (;;) {
      const found = search(query, isTyping);
      if (!found.missing.length) return found;
      if (found.warnings.length) warn?.(found);
      await Promise.all(found.missing.map(load));
      if (found.missing.some((drawer) => !drawers.open.has(drawer))) throw new Error("drawers of another making");
      if (asked !== query) return found;
    }
  };
  return search;
}

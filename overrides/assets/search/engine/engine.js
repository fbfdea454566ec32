// Answers what is typed. `index` is what scripts/handbook/render/search/script.py writes.
const MOST = 12, MOST_OF_A_PAGE = 3, LEAST = 0.2, DOUBTED = 0.25, MARKED = 0.5, FEW = 4, LONGEST = 200, MOST_HEARD = 30, OFTEN = 0.4, BEGUN_LEAST = 3, CONCERNED = 1.1;

function searchIn(index) {
  const exchanged = (text) => swapped(text, index.pairs);
  const idle = new Set(wordsOf(index.idle));
  const subject = new Set(wordsOf(index.subject).flatMap((word) => [word, ...rootsOf(word)]));
  const drawers = new Drawers(index.shelves.map(exchanged), [...idle]);
  const dictionary = new Dictionary(drawers);
  const dangers = new Dangers(drawers, index.warnings, index.harmless);
  const headings = exchanged(index.headings).split("\n").map((page) => page.split("\t"));
  const sections = index.ids.flatMap((ids, page) => ids.split(" ").map((id, place) => ({ page, place, id, heading: headings[page][place] })));
  const concepts = postingsIn(index.concepts.ways, index.concepts.levels);
  const pages = []; // for each whose text is there, the texts of its sections and what concepts are called in them
  const hits = new Set();
  let named = []; // the concepts that were typed

  // The words, each with its meanings; `isFaint` if it tells something only beside others, `isOpen` if it is being typed
  // and nobody knows yet what it will be.
  function read(query, isTyping, isOther) {
    const words = [...new Set(wordsOf(query.slice(0, LONGEST)))];
    const isTold = words.some((word) => !idle.has(word));
    const [faint, telling] = [true, false].map((which) => words.filter((word) => (isTold && idle.has(word)) === which).slice(0, MOST));
    const typed = telling.map((word) => {
      const isLast = word === words.at(-1);
      const meanings = isTyping && isLast && word.length < BEGUN_LEAST ? new Map() : dictionary.meanings(word, isLast, isOther || (isTyping && isLast));
      return { word, meanings, isOpen: isTyping && isLast && !meanings.size };
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

  // coldsore is cold sore; what nobody has may be mistyped
  function parted(read, isTyping) {
    const isAlone = !isTyping && read.filter(({ isFaint }) => !isFaint).length === 1;
    return read.flatMap((one) => {
      if (one.meanings.size || one.isFaint || one.isOpen) return [one];
      for (let cut = 3; cut <= one.word.length - 3; cut += 1) {
        const parts = [one.word.slice(0, cut), one.word.slice(cut)];
        if (parts.every((part) => dictionary.isThere(part))) return parts.map((word) => ({ word, meanings: dictionary.meanings(word, false) }));
      }
      return [{ ...one, meanings: dictionary.corrections(one.word, isAlone) }];
    });
  }

  // ljrnjh is доктор, typed with the other keyboard
  function* layouts(query) {
    for (const [keys, others] of index.keyboards) {
      for (const [from, to] of [[keys, others], [others, keys]]) {
        const typed = [...query.toLowerCase()].map((key) => (from.includes(key) ? to[from.indexOf(key)] : key)).join("");
        if (typed !== query.toLowerCase()) yield typed;
      }
    }
  }

  // otek is отёк, for who has no such keyboard: each word that the language does not have, in letters in which it has it.
  function respelt(query) {
    const known = (words) => words.find((word) => idle.has(word)) ?? words.find((word) => dictionary.isThere(word));
    return wordsOf(query).map((word) => known([word]) ?? known(spellings(word, index.latin)) ?? word).join(" ");
  }

  const unknown = (read) => read.filter(({ meanings, isFaint, isOpen }) => !meanings.size && !isFaint && !isOpen);

  function understood(query, isTyping) {
    let best = { query, read: read(query, isTyping) };
    if (drawers.isWaiting) return best; // what is not there yet is not unknown
    const typed = query.slice(0, LONGEST);
    for (const others of [() => [respelt(typed)], () => layouts(typed)]) {
      for (const other of unknown(best.read).length ? others() : []) {
        const again = read(other, isTyping, true);
        if (again.length && unknown(again).length < unknown(best.read).length) best = { query: other, read: again };
      }
    }
    if (drawers.isWaiting) return best;
    return { ...best, read: ordered(parted(best.read, isTyping)) };
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
    const { ranked, spoken } = rank(read, dictionary, concepts, sections.length);
    remember(read, spoken);
    const warnings = warned(meant, isTyping);
    const found = spread(concerned(ranked, warnings), ranked).map(([section]) => described(section));
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

  // Below a warning stands first what tells of its signs.
  function concerned(ranked, warnings) {
    const telling = new Set(warnings.flatMap(({ signs }) => signs.flatMap(({ number }) => index.signs[number][2])));
    const most = ranked[0]?.[1] ?? 1, scores = new Map(ranked);
    for (const section of telling) scores.set(section, (scores.get(section) ?? 0) + CONCERNED * most);
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
    return rank(read.map((one) => ({ ...one, meanings: dictionary.alike(one.word) })), dictionary, concepts, sections.length).ranked;
  }

  // The words to mark: those that were meant; everything that their concepts are called comes with the texts.
  function remember(read, spoken) {
    hits.clear();
    const meant = read.filter(({ isFaint }) => !isFaint).flatMap(({ meanings }) => [...meanings].filter(([, sure]) => sure >= MARKED).map(([number]) => number));
    for (const number of meant) hits.add(dictionary.words[number]);
    named = spoken.filter(({ sure }) => sure > DOUBTED).map(({ concept }) => concept);
  }

  // The boxes to show above everything, the most urgent first: each with the signs that were typed. All words count here.
  function warned(query, isTyping) {
    const typed = wordsOf(query.slice(0, LONGEST)).slice(0, MOST_HEARD);
    const told = dangers.in(typed, (word) => idle.has(word) || dictionary.has(word), (word) => idle.has(word), isTyping);
    const signs = index.signs.map(([id, box], number) => ({ id, box, number })).filter(({ number }) => told.has(number));
    return [...new Set(signs.map(({ box }) => box))].map((box) => {
      const [address, title, first, calls] = index.boxes[box];
      return { address, title, first, calls, signs: signs.filter((sign) => sign.box === box) };
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
    const [words, forms, ways, levels, said, heard, lists] = text.split("\n");
    const listed = (those) => wordsIn(exchanged(those));
    dictionary.learn(drawer, first, listed(words), listed(forms), postingsIn(ways, levels), saidIn(said, first));
    dangers.learn(drawer, listed(heard), listsIn(lists));
    drawers.open.add(drawer);
  };
  search.tell = (page, texts, called) => { pages[page] = { texts, called }; };
  search.warn = (its) => { search.signs = its; };
  search.heading = ({ page, heading }) => marked(heading, marking(page));
  // A piece of a section's text with the words that were searched for, and these; nothing until the text is there.
  search.excerpt = (number) => {
    const { page, place } = sections[number];
    if (!pages[page]) return null;
    const text = pages[page].texts[place], isHit = marking(page);
    const words = [...new Set((text.match(WORD) ?? []).filter(isHit))].slice(0, MOST);
    return { pieces: marked(snippet(text, isHit), isHit), words };
  };
  // The whole answer, with drawers loaded as long as something is missing and nothing else is asked.
  let asked = "";
  search.answer = async (query, load, isTyping) => {
    asked = query;
    for (;;) {
      const found = search(query, isTyping);
      if (!found.missing.length) return found;
      await Promise.all(found.missing.map(load));
      if (found.missing.some((drawer) => !drawers.open.has(drawer))) throw new Error("drawers of another making");
      if (asked !== query) return found;
    }
  };
  return search;
}

// Ranks the sections by BM25F: how much a word says about a section is in the index, how rare it is comes in here.
const PARTLY = 0.45; // what is left of a section that answers none of the other words
const TOGETHER_LESS = 0.5; // how much of what a concept says each of the words that name it together has at least
const MEANT = 0.2; // how much of the best score has in addition what a word stands for by itself
const SURELY = 0.5; // how sure it is then at least what is meant
const FAINT = 0.4; // how much little words say, of sections that others have found
const rarity = (count, all) => (count ? Math.log(1 + (all - count + 0.5) / (count + 0.5)) : 0);

// `typed` has for each word its meanings, number of a word → how sure; those that are faint come last. Returns [section, score], best first, and the concepts.
function rank(typed, dictionary, all) {
  const spoken = conceptsIn(typed, dictionary);
  const scores = new Map(); // section → [score, weight of the words it has]
  const meant = new Set(); // sections that a word stands for by itself
  let total = 0, telling = 0;
  typed.forEach(({ meanings, isFaint }, place) => {
    const best = new Map(); // section → score
    // What may only be meant is no rarer than what is.
    const add = (postings, sure, most = Infinity) => {
      const rare = Math.min(most, rarity(postings.count, all));
      for (const [section, level] of postings.found) best.set(section, Math.max(best.get(section) ?? 0, sure * rare * level));
      return rare;
    };
    let weight = 0;
    const found = [...meanings].filter(([number]) => dictionary.postings[number].count);
    const rareness = (those) => those.map(([number]) => rarity(dictionary.postings[number].count, all));
    const surely = found.filter(([, sure]) => sure === SURE);
    const most = surely.length ? Math.max(...rareness(surely)) : Math.min(...rareness(found));
    for (const [number, sure] of meanings) weight = Math.max(weight, add(dictionary.postings[number], sure, most) * sure);
    for (const { concept, sure, places } of spoken.filter((one) => one.places.has(place))) {
      const others = isFaint ? places.size : [...places].filter((one) => !typed[one].isFaint).length;
      const share = sure * (TOGETHER_LESS + (1 - TOGETHER_LESS) / others);
      weight = Math.max(weight, add(dictionary.concepts[concept], share, sure < SURE ? most : Infinity) * sure);
    }
    if (isFaint) {
      for (const [section, score] of best) if (scores.has(section)) scores.get(section)[0] += FAINT * score;
      return;
    }
    total += weight;
    telling += 1;
    for (const [number, sure] of meanings) if (sure >= SURELY) for (const section of dictionary.postings[number].alone) meant.add(section);
    for (const [section, score] of best) {
      const [sum, had] = scores.get(section) ?? [0, 0];
      scores.set(section, [sum + score, had + weight]);
    }
  });
  const ranked = [...scores].map(([section, [sum, had]]) => [section, sum * (PARTLY + (1 - PARTLY) * had / total)]);
  const best = Math.max(0, ...ranked.map(([, score]) => score));
  for (const one of ranked) if (meant.has(one[0])) one[1] += MEANT * best / telling;
  return { ranked: ranked.sort((one, other) => other[1] - one[1] || one[0] - other[0]), spoken };
}

// The concepts that typed words name, each with how sure that is and the places of its words. All words of a phrase must
// be there, in any order; a phrase within a longer one counts less.
function conceptsIn(typed, dictionary) {
  const at = new Map(); // number of a word → places where it may have been typed, with how sure
  typed.forEach(({ meanings }, place) => {
    for (const [number, sure] of meanings) at.set(number, [...(at.get(number) ?? []), [place, sure]]);
  });
  const found = new Map();
  for (const number of at.keys()) {
    for (const [concept, phrase] of dictionary.phrases.get(number) ?? []) {
      if (!phrase.every((word) => at.has(word))) continue;
      const places = new Set(phrase.map((word) => at.get(word)[0][0]));
      if (places.size < new Set(phrase).size) continue;
      const sure = Math.min(...phrase.map((word) => Math.max(...at.get(word).map(([, it]) => it))));
      const before = found.get(concept);
      if (!before || sure * places.size > before.sure * before.places.size) found.set(concept, { concept, sure, places, length: phrase.length });
    }
  }
  const all = [...found.values()];
  const within = (one, other) => other.places.size > one.places.size && [...one.places].every((place) => other.places.has(place));
  return all.map((one) => (all.some((other) => within(one, other)) ? { ...one, sure: one.sure * 0.5 } : one));
}

// Malay word roots by taking affixes off, without a dictionary. A word can come from several roots (mengebas: kebas
// or ebas), so every candidate is kept; two words count as the same where they share one.
const syllables = (text) => (text.match(/ai$|au$|oi$|[aeiou]/g) ?? []).length;
const rootLike = (text) => text.length >= 3 && syllables(text) >= 2;

function withoutSuffixes(word) {
  const found = new Set([word]);
  for (const particle of ["nya", "lah", "kah", "pun", "ku", "mu"]) {
    const rest = word.slice(0, -particle.length);
    if (word.endsWith(particle) && rootLike(rest)) found.add(rest);
  }
  for (const form of [...found]) {
    for (const suffix of ["kan", "an", "i"]) {
      const rest = form.slice(0, -suffix.length);
      if (!form.endsWith(suffix) || !rootLike(rest) || rest.length < 4) continue;
      if (suffix === "i" && (/[eio]$/.test(rest) || (/a$/.test(rest) && !/^(me|di|ke|ter)/.test(rest)))) continue;
      found.add(rest);
    }
  }
  return [...found];
}

// What a prefix does to the first letter of the root: meng+kebas is mengebas, mem+picit is memicit. Who speaks leaves me- out:
// ngopek, nyapu.
const PREFIXES = [
  [/^[mp]enge([^aeiou].+)$/, [""]],
  [/^[mp]eng([aeiou].+)$/, ["", "k"]],
  [/^[mp]eng([ghkq].+)$/, [""]],
  [/^[mp]eny([aeiou].+)$/, ["s"]],
  [/^[mp]en([aeiou].+)$/, ["t"]],
  [/^[mp]en([cdjzst].+)$/, [""]],
  [/^[mp]em([aeiou].+)$/, ["p"]],
  [/^[mp]em([bpfv].+)$/, [""]],
  [/^[mp]e([lrwymn].+)$/, [""]],
  [/^pe([sk].+)$/, [""]],
  [/^nge([^aeiou].+)$/, [""]],
  [/^ng([aeiou].+)$/, ["", "k"]],
  [/^ny([aeiou].+)$/, ["s"]],
  [/^(?:ber|ter|per)(.+)$/, [""]],
  [/^be([^aeiou]er.+)$/, [""]],
  [/^[bt]e(r.+)$/, [""]],
  [/^(?:di|ke|se)(.+)$/, [""]],
];

function withoutPrefix(word) {
  return PREFIXES.flatMap(([prefix, letters]) => {
    const rest = prefix.exec(word)?.[1];
    return rest === undefined ? [] : letters.map((letter) => letter + rest).filter(rootLike);
  });
}

function stems(word) {
  if (!/^[a-z]+$/.test(word)) return [word];
  const forms = withoutSuffixes(word);
  const roots = forms.flatMap(withoutPrefix);
  const deeper = roots.filter((root) => /^(ber|per)/.test(root)).flatMap(withoutPrefix);
  return [...new Set([...forms, ...roots, ...deeper])];
}

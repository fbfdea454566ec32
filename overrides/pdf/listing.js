// Whether a sheet in somebody's hand is still current, by the code at its foot: all there is to know stands on the page.
"use strict";

const asked = document.getElementById("code");
const told = document.getElementById("told");
const answers = new Map([...document.querySelectorAll("[data-code]")].map((it) => [it.dataset.code, it]));
const LENGTH = [...answers.keys()][0]?.length ?? 0;

function answer() {
  const code = asked.value.toUpperCase().replace(/[^A-Z0-9]/g, "");
  const found = answers.get(code);
  told.lang = found?.lang || document.documentElement.lang;
  told.textContent = code.length < LENGTH ? "" : found?.dataset.answer ?? told.dataset.unknown;
}

document.documentElement.classList.add("scripted");
asked.addEventListener("input", answer);
answer();

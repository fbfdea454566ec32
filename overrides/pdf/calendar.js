// A reader's own dates, from the day of the procedure, in this browser alone: nothing is sent and nothing is kept.
"use strict";

const table = document.getElementById("stages");
const rows = [...table.tBodies[0].rows];
const byDay = rows.map((row) => row.cells[1].textContent);
const choice = document.getElementById("day");
const buttons = ["print", "save"].map((id) => document.getElementById(id));
const DAY = 24 * 60 * 60 * 1000;
const filled = (text, values) => text.replace(/\{(\w+)\}/g, (gap, name) => values[name] ?? gap);

// A date in the words, the order and the digits of the language's own file.
function words(date) {
  const { date: pattern, months, digits } = table.dataset;
  const inDigits = (number) => String(number).replace(/\d/g, (digit) => [...digits][digit]);
  const month = months.split("|")[date.getUTCMonth()];
  return filled(pattern, { day: inDigits(date.getUTCDate()), month, year: inDigits(date.getUTCFullYear()) });
}

// Whole days in universal time: no clock is put forward or back in it.
const start = () => Date.parse(choice.value);
const dayOf = (row, which, more = 0) => new Date(start() + (Number(row.dataset[which]) + more) * DAY);

function show() {
  const chosen = !Number.isNaN(start());
  rows.forEach((row, at) => {
    const dates = chosen && { first: words(dayOf(row, "first")), last: words(dayOf(row, "last")) };
    row.cells[1].textContent = chosen ? filled(table.dataset.range, dates) : byDay[at];
  });
  document.getElementById("told").textContent = chosen ? words(new Date(start())) : "";
  buttons.forEach((button) => { button.disabled = !chosen; });
}

// A calendar as RFC 5545 wants it: commas and semicolons behind a backslash, lines of at most 75 bytes.
const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\n/g, "\\n");
const plain = (date) => date.toISOString().slice(0, 10).replaceAll("-", "");
function folded(line) {
  const pieces = [""];
  for (const sign of line) {
    const last = pieces[pieces.length - 1];
    if (new TextEncoder().encode(last + sign).length > 74) pieces.push(` ${sign}`);
    else pieces[pieces.length - 1] = last + sign;
  }
  return pieces.join("\r\n");
}
function calendar() {
  const stamp = `${plain(new Date())}T000000Z`;
  const events = rows.flatMap((row, at) => [
    "BEGIN:VEVENT",
    `UID:${choice.value}-${at}@handbook`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${plain(dayOf(row, "first"))}`,
    `DTEND;VALUE=DATE:${plain(dayOf(row, "last", 1))}`,
    `SUMMARY:${escaped(row.cells[0].textContent)}`,
    `DESCRIPTION:${escaped(`${row.cells[1].textContent}. ${table.dataset.note}`)}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ]);
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//handbook//dates//", ...events, "END:VCALENDAR"];
  return `${lines.map(folded).join("\r\n")}\r\n`;
}
function save() {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([calendar()], { type: "text/calendar" }));
  link.download = `${choice.value}.ics`;
  link.click();
  URL.revokeObjectURL(link.href);
}

document.documentElement.classList.add("scripted");
choice.addEventListener("input", show);
buttons[0].addEventListener("click", () => window.print());
buttons[1].addEventListener("click", save);
show(); // a browser may have kept what was chosen

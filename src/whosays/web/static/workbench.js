// What works better with a script, on pages that work without: keys, copying, dropping files, colouring spans.
const ORDER = ["content", "source", "cue", "time", "place", "quantity"];
const root = document.documentElement;
let all = false;

function say(words) {
  const line = document.getElementById("said");
  if (line) line.textContent = words;
}

// ---- the reader: which spans are coloured
function tokens(value) {
  return (value || "").split(" ").filter(Boolean).map((t) => {
    const cut = t.indexOf("-");
    return [t.slice(0, cut), t.slice(cut + 1)];
  });
}

function paint() {
  const reader = document.querySelector(".reader");
  if (!reader) return;
  const chosen = chosenNumber(reader);
  const off = new Set([...document.querySelectorAll("input[data-role]:not(:checked)")].map((box) => box.dataset.role));
  const visible = ORDER.filter((role) => !off.has(role));
  for (const element of reader.querySelectorAll(".p")) {
    const held = tokens(element.dataset.r).filter(([role, n]) => (all || n === chosen) && visible.includes(role));
    delete element.dataset.on;
    delete element.dataset.label;
    if (!held.length) continue;
    const [role] = held.reduce((a, b) => (ORDER.indexOf(b[0]) > ORDER.indexOf(a[0]) ? b : a));
    element.dataset.on = role;
    if (tokens(element.dataset.f).some(([r, n]) => r === role && (all || n === chosen))) element.dataset.label = role;
  }
}

// A static page chooses by the part of its address behind #; a live one by the address itself.
function chosenNumber(reader) {
  if (!root.classList.contains("static")) return reader.dataset.chosen;
  const named = location.hash.startsWith("#c-") ? document.getElementById(location.hash.slice(1)) : reader.querySelector(".claim");
  for (const claim of reader.querySelectorAll(".claim")) {
    if (claim === named) claim.setAttribute("aria-current", "true");
    else claim.removeAttribute("aria-current");
  }
  return named ? named.dataset.n : "";
}

// Brings the chosen claim into its list and its words into the window, each only where it is out of sight.
function bring() {
  const claim = document.querySelector(".reader .claim[aria-current]");
  if (!claim) return;
  const list = claim.closest(".claims");
  const box = list.getBoundingClientRect();
  const item = claim.getBoundingClientRect();
  if (item.top < box.top || item.bottom > box.bottom) list.scrollTop += item.top - box.top - 40;
  const words = document.querySelector(".p[data-on]");
  if (!words) return;
  const seat = words.getBoundingClientRect();
  const bottom = getComputedStyle(list).position === "sticky" && box.top > innerHeight / 3 ? box.top : innerHeight;
  if (seat.top < 100 || seat.bottom > bottom - 24) scrollBy({ top: seat.top - (110 + bottom) / 2.6, behavior: "instant" });
}

function settle() {
  root.classList.add("js");
  paint();
  bring();
  const chosen = document.querySelector(".queue [aria-current]");
  if (chosen) {
    const queue = chosen.closest(".queue");
    const [a, b] = [chosen.getBoundingClientRect(), queue.getBoundingClientRect()];
    if (a.top < b.top || a.bottom > b.bottom) queue.scrollTop += a.top - b.top - 80;
  }
}

// ---- copying
async function copy(words, said) {
  try {
    await navigator.clipboard.writeText(words);
  } catch {
    const area = document.createElement("textarea");
    area.value = words;
    area.className = "hidden";
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
  say(said);
}

function flash(button, word) {
  const before = button.textContent;
  button.textContent = word;
  setTimeout(() => { button.textContent = before; }, 1200);
}

document.addEventListener("click", (event) => {
  for (const open of document.querySelectorAll("details.drop[open]"))
    if (!open.contains(event.target) || event.target.closest(".sheet a")) open.open = false;
  const button = event.target.closest("[data-copy], [data-copy-link]");
  if (button) {
    const link = "copyLink" in button.dataset;
    copy(link ? location.href : button.dataset.copy, link ? "The link is copied." : "The quote is copied, with where it stands.");
    flash(button, "Copied");
    return;
  }
  // Where several claims share the words, a further click goes to the next of them; content before its parts.
  const piece = event.target.closest(".reader .p");
  if (!piece || String(getSelection())) return;
  const held = tokens(piece.dataset.r).sort((a, b) => ORDER.indexOf(a[0]) - ORDER.indexOf(b[0]));
  const numbers = [...new Set(held.map(([, n]) => n))].filter((n) => claimOf(n));
  if (!numbers.length) return;
  const reader = document.querySelector(".reader");
  const now = document.querySelector(".reader .claim[aria-current]");
  const at = numbers.indexOf(now ? now.dataset.n : reader.dataset.chosen);
  claimOf(numbers[(at + 1) % numbers.length]).querySelector(".pick").click();
});

function claimOf(number) {
  return document.querySelector(`.reader .claim[data-n="${CSS.escape(number)}"]`);
}

document.addEventListener("change", (event) => {
  if (event.target.dataset.role) paint();
});

// ---- keys
function step(by) {
  const claims = [...document.querySelectorAll(".reader .claim")];
  const waiting = [...document.querySelectorAll(".queue li a")];
  const list = claims.length ? claims : waiting;
  if (!list.length) return;
  const at = list.findIndex((x) => x.getAttribute("aria-current"));
  const next = list[at < 0 ? 0 : Math.min(Math.max(at + by, 0), list.length - 1)];
  (next.querySelector(".pick") || next).click();
}

const KEYS = [
  ["/", "search"], ["j", "next claim, or question"], ["k", "previous claim, or question"], ["t", "all spans of all claims, or the chosen one’s alone"],
  ["f", "follow to the matrix"], ["a", "accept, or the first answer"], ["1–3", "the answers"], ["e", "correct"], ["x", "reject"], ["s", "skip"],
  ["n", "note"], ["z", "undo"], ["Esc", "close"], ["?", "this list"],
];

function keysDialog() {
  let dialog = document.getElementById("keys");
  if (!dialog) {
    dialog = document.createElement("dialog");
    dialog.id = "keys";
    dialog.setAttribute("aria-labelledby", "keys-title");
    const title = document.createElement("h2");
    title.id = "keys-title";
    title.textContent = "Keys";
    const list = document.createElement("dl");
    for (const [key, what] of KEYS) {
      const row = document.createElement("div");
      const name = document.createElement("dt");
      const mark = document.createElement("kbd");
      const says = document.createElement("dd");
      mark.textContent = key;
      says.textContent = what;
      name.append(mark);
      row.append(name, says);
      list.append(row);
    }
    const form = document.createElement("form");
    form.method = "dialog";
    const close = document.createElement("button");
    close.textContent = "Close";
    form.append(close);
    dialog.append(title, list, form);
    document.body.append(dialog);
  }
  if (dialog.open) dialog.close();
  else dialog.showModal();
}

document.addEventListener("keydown", (event) => {
  if (event.metaKey || event.ctrlKey || event.altKey || event.isComposing) return;
  const typing = event.target.closest("input:not([type=checkbox]), textarea, select");
  if (event.key === "Escape") {
    if (typing) event.target.blur();
    for (const open of document.querySelectorAll("details.drop[open]")) {
      open.open = false;
      open.querySelector("summary").focus();
    }
    return;
  }
  if (typing || document.querySelector("dialog[open]")) {
    if (event.key === "?" && !typing) keysDialog();
    return;
  }
  const named = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (event.key === "?") keysDialog();
  else if (event.key === "/") { const field = document.querySelector(".search input[type=search]"); if (!field) return; field.focus(); field.select(); }
  else if (event.key === "j") step(1);
  else if (event.key === "k") step(-1);
  else if (event.key === "t") { all = !all; paint(); }
  else if (named) { if (named.matches("input")) named.focus(); else named.click(); }
  else return;
  event.preventDefault();
});

// ---- dropping files
for (const kind of ["dragenter", "dragover", "dragleave", "drop"]) {
  document.addEventListener(kind, (event) => {
    const form = document.querySelector("form.add");
    if (!form) return;
    event.preventDefault();
    form.querySelector(".dropzone").classList.toggle("over-it", kind === "dragenter" || kind === "dragover");
    if (kind !== "drop" || !event.dataTransfer.files.length) return;
    form.querySelector("input[type=file]").files = event.dataTransfer.files;
    say(`${event.dataTransfer.files.length} files chosen`);
  });
}

// ---- pages that change in place
let path = location.pathname;
document.addEventListener("htmx:afterSettle", () => {
  if (location.pathname !== path) scrollTo({ top: 0, behavior: "instant" });
  path = location.pathname;
  settle();
});
addEventListener("hashchange", settle);
settle();

// ---- what is still being worked out is asked for again
setInterval(() => {
  if (document.querySelector("[data-working]")) location.reload();
}, 1000);

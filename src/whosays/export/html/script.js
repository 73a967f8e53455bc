(() => {
  "use strict";
  const ORDER = ["content", "source", "cue", "time", "place", "quantity"];
  const root = document.documentElement;
  const claims = [...document.querySelectorAll(".claim")];
  const pieces = [...document.querySelectorAll(".p")].map((element) => ({
    element,
    roles: split(element.dataset.r),
    first: new Set((element.dataset.f || "").split(" ")),
  }));
  const byToken = new Map(claims.map((claim) => [claim.dataset.token, claim]));
  const byClaim = new Map(claims.map((claim) => [claim.dataset.token, []]));
  for (const piece of pieces)
    for (const token of new Set(piece.roles.map(([, t]) => t))) byClaim.get(token).push(piece);
  let chosen = null;
  let all = false;
  let painted = [];

  function split(tokens) {
    return tokens.split(" ").map((token) => {
      const cut = token.indexOf("-");
      return [token.slice(0, cut), token.slice(cut + 1)];
    });
  }

  function shown() {
    const off = [...document.querySelectorAll("input[data-role]")].filter((box) => !box.checked);
    const hidden = new Set(off.map((box) => box.dataset.role));
    return ORDER.filter((role) => !hidden.has(role));
  }

  function paint() {
    for (const { element } of painted) {
      delete element.dataset.on;
      delete element.dataset.label;
    }
    const token = chosen && chosen.dataset.token;
    painted = all ? pieces : token ? byClaim.get(token) : [];
    const visible = shown();
    for (const piece of painted) {
      const held = piece.roles.filter(([role, t]) => (all || t === token) && visible.includes(role));
      if (!held.length) continue;
      const [role] = held.reduce((a, b) => (ORDER.indexOf(b[0]) > ORDER.indexOf(a[0]) ? b : a));
      piece.element.dataset.on = role;
      if (held.some(([r, t]) => r === role && piece.first.has(`${r}-${t}`))) piece.element.dataset.label = role;
    }
  }

  // Brings the claim into its list and its words into the window, moving each only where it is out of sight.
  function bring(claim) {
    const list = claim.closest(".claims");
    const box = list.getBoundingClientRect();
    const item = claim.getBoundingClientRect();
    if (item.top < box.top || item.bottom > box.bottom)
      list.scrollTop += item.top - box.top - Math.max(0, Math.min(48, (box.height - item.height) / 2));
    const words = byClaim.get(claim.dataset.token)[0];
    if (!words) return;
    const seat = words.element.getBoundingClientRect();
    const narrow = getComputedStyle(list).position === "sticky" && box.top > window.innerHeight / 3;
    const bottom = narrow ? box.top : window.innerHeight;
    if (seat.top < 70 || seat.bottom > bottom - 24) window.scrollBy({ top: seat.top - (90 + bottom) / 2.6, behavior: "instant" });
  }

  function mark(claim, on) {
    if (!claim) return;
    claim.querySelector(".pick").setAttribute("aria-expanded", String(on));
    if (on) claim.setAttribute("aria-current", "true");
    else claim.removeAttribute("aria-current");
  }

  function choose(claim, address, still) {
    mark(chosen, false);
    chosen = claim;
    mark(chosen, true);
    paint();
    if (claim && !still) bring(claim);
    if (address) history.replaceState(null, "", claim ? `#${claim.id}` : location.pathname + location.search);
  }

  function step(by) {
    if (!claims.length) return;
    const at = claims.indexOf(chosen);
    const next = at < 0 ? (by > 0 ? 0 : claims.length - 1) : Math.min(Math.max(at + by, 0), claims.length - 1);
    choose(claims[next], true);
    claims[next].querySelector(".pick").focus({ preventScroll: true });
  }

  // The claim that the address names, or the first one of the document that it names.
  function fromAddress() {
    const named = document.getElementById(location.hash.slice(1));
    if (!named) return null;
    return named.classList.contains("claim") ? named : named.classList.contains("document") ? named.querySelector(".claim") : null;
  }

  document.addEventListener("click", (event) => {
    if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const menu = document.querySelector(".menu");
    if (menu && (!menu.contains(event.target) || event.target.closest("a"))) menu.open = false;
    const link = event.target.closest("a.pick, a.number");
    if (link) {
      event.preventDefault();
      choose(document.getElementById(link.getAttribute("href").slice(1)), true);
      return;
    }
    const element = event.target.closest(".p");
    if (!element || String(getSelection())) return;
    // Where several claims share the words, a further click goes to the next of them; content before its parts.
    const held = split(element.dataset.r).sort((a, b) => ORDER.indexOf(a[0]) - ORDER.indexOf(b[0]));
    const tokens = [...new Set(held.map(([, token]) => token))];
    const at = tokens.indexOf(chosen && chosen.dataset.token);
    choose(byToken.get(tokens[(at + 1) % tokens.length]), true);
  });

  document.addEventListener("change", (event) => {
    const { role } = event.target.dataset;
    if (!role) return;
    for (const box of document.querySelectorAll(`input[data-role="${role}"]`)) box.checked = event.target.checked;
    paint();
  });

  document.addEventListener("keydown", (event) => {
    if (event.metaKey || event.ctrlKey || event.altKey) return;
    const keys = document.getElementById("keys");
    if (event.key === "?") return keys.open ? keys.close() : keys.showModal();
    if (keys.open || event.target.closest("input[type=text], textarea, select")) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "a") { all = !all; root.classList.toggle("all", all); paint(); }
    else if (event.key === "Escape") choose(null, true);
  });

  addEventListener("hashchange", () => {
    const claim = fromAddress();
    if (!claim) return;
    const document_ = `#${claim.id}` !== location.hash;
    choose(claim, false, document_);
    // The spans that lost their labels may have moved the document up: go to it again.
    if (document_) claim.closest(".document").scrollIntoView({ block: "start", behavior: "instant" });
  });
  // The browser goes to the address's claim by itself when all is loaded: bring its words into sight after that.
  addEventListener("load", () => requestAnimationFrame(() => { if (chosen && `#${chosen.id}` === location.hash) bring(chosen); }));
  root.classList.add("js");
  for (const claim of claims) mark(claim, false);
  const wide = matchMedia("(min-width: 721px)").matches;
  choose(fromAddress() || (wide && claims[0]) || null, false);
  if (!fromAddress()) scrollTo(0, 0);
})();

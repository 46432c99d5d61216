// What htmx may do, and what a person who cannot see a swap is told about it.
import { initAll } from "./nhsuk.js";

const byId = (id) => document.getElementById(id);

if (window.htmx) {
  Object.assign(window.htmx.config, {
    allowEval: false,
    includeIndicatorStyles: false,
    allowScriptTags: false,
    selfRequestsOnly: true,
    historyCacheSize: 0,
    refreshOnHistoryMiss: true,
    timeout: 10000,
    responseHandling: [
      { code: "204", swap: false },
      { code: "[23]..", swap: true },
      { code: "409", swap: true },
      { code: "422", swap: true },
      { code: "[45]..", swap: false, error: true },
    ],
  });
}

function afterSwap(event) {
  const target = (event.detail.ctx || event.detail).target;
  const place = (target && target.id && byId(target.id)) || document.body;
  initAll({ scope: place });
  byId("trouble").textContent = "";
  const spoken = place.matches("[data-announce]") ? place : place.querySelector("[data-announce]");
  byId("status").textContent = spoken ? spoken.dataset.announce : "";
  const goal = place.matches("[data-focus]") ? place : place.querySelector("[data-focus]");
  if (goal) {
    goal.setAttribute("tabindex", "-1");
    goal.focus();
  }
}

function trouble() {
  const place = byId("trouble");
  place.textContent = place.dataset.words;
}

// The names of htmx 2 and of htmx 4 for the same three moments.
for (const name of ["htmx:afterSwap", "htmx:after:swap"]) {
  document.body.addEventListener(name, afterSwap);
}
for (const name of ["htmx:responseError", "htmx:sendError", "htmx:timeout", "htmx:response:error", "htmx:error"]) {
  document.body.addEventListener(name, trouble);
}

// A slider and its number box say the same; only the box is sent.
document.addEventListener(
  "input",
  (event) => {
    const twin = byId(event.target.dataset.twin || "");
    if (twin) twin.value = event.target.value;
  },
  true,
);

initAll();

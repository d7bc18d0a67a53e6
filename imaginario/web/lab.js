// The viewer of the lab: one picture of a comparison large, and the others a key or a tap away, in the same place, so that
// what differs is seen.
(() => {
  "use strict";
  let shown = [];
  let at = 0;
  let opener = null;

  const viewer = () => document.getElementById("viewer");

  function made(words) {
    const dialog = document.createElement("dialog");
    dialog.id = "viewer";
    dialog.innerHTML = `
      <header><b id="viewer-name"></b><span id="viewer-count"></span>
        <a class="easel-button" id="viewer-file"></a><button type="button" data-step="0">×</button></header>
      <div class="viewer-stage"><button type="button" data-step="-1">‹</button><img alt="">
        <button type="button" data-step="1">›</button></div><p id="viewer-facts"></p>`;
    const names = { 0: words.close, "-1": words.previous, 1: words.next };
    for (const button of dialog.querySelectorAll("[data-step]")) {
      button.setAttribute("aria-label", names[button.dataset.step]);
      button.addEventListener("click", () => step(Number(button.dataset.step)));
    }
    dialog.querySelector("#viewer-file").textContent = words.download;
    dialog.setAttribute("aria-labelledby", "viewer-name");
    dialog.addEventListener("keydown", (event) => {
      if (event.key === "ArrowLeft" || event.key === "ArrowRight") step(event.key === "ArrowLeft" ? -1 : 1);
    });
    dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
    dialog.addEventListener("close", () => {
      dialog.remove();
      // The page may have been drawn anew meanwhile: the button of the same picture takes the focus back.
      document.querySelector(`[data-look="${opener}"]`)?.focus();
    });
    return dialog;
  }

  function step(by) {
    if (!by) return viewer().close();
    at = (at + by + shown.length) % shown.length;
    draw();
  }

  function draw() {
    const { look, name, facts, file, alt } = shown[at];
    const image = viewer().querySelector("img");
    image.src = look;
    image.alt = alt;
    viewer().querySelector("#viewer-name").textContent = name;
    viewer().querySelector("#viewer-facts").textContent = facts;
    viewer().querySelector("#viewer-count").textContent = `${at + 1}/${shown.length}`;
    const link = viewer().querySelector("#viewer-file");
    link.href = `${look}/download`;
    link.download = file;
    for (const button of viewer().querySelectorAll(".viewer-stage button")) button.hidden = shown.length < 2;
    // The neighbours are fetched ahead: one that came late would flash, and what differs would be missed.
    for (const by of [1, shown.length - 1]) new Image().src = shown[(at + by) % shown.length].look;
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-look]");
    if (!button) return;
    const place = button.closest("[data-close]");
    const all = [...place.querySelectorAll("[data-look]")];
    shown = all.map((one) => ({ ...one.dataset, alt: one.querySelector("img").alt }));
    at = all.indexOf(button);
    opener = button.dataset.look;
    document.body.append(made(place.dataset));
    viewer().showModal();
    draw();
  });

  // On a phone the pictures come into sight once they are begun.
  document.addEventListener("click", (event) => {
    if (!event.target.closest?.("#lab-go") || window.innerWidth > 820) return;
    const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    const main = () => document.getElementById("lab-main")?.scrollIntoView({ behavior: calm ? "auto" : "smooth", block: "start" });
    setTimeout(main, 300);  // what goes on, or what is wrong, stands there by then
  });
})();

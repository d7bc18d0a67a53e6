// What the framework says in English only to screen readers and in tool tips, in the person's words; and on a phone the
// cartoons come into sight once they are begun.
(() => {
  "use strict";
  const NAMES = ["aria-label", "title"];
  let words = {};

  function told(element) {
    for (const name of NAMES) {
      const said = element.getAttribute(name);
      // Only what changes is set: every setting is told to the observer below, and would go on for ever.
      if (said && words[said] && words[said] !== said) element.setAttribute(name, words[said]);
    }
    // A whole message as a label, in Markdown and in English, is read out instead of the message.
    if (element.matches("#cb [data-testid][aria-label]")) element.removeAttribute("aria-label");
    // The value of a box as its tool tip: a name for programs.
    if (element.matches("#cartoons-makers input[title]")) element.removeAttribute("title");
  }

  // The fold of the image settings: whether it is open, and its name on a phone, where the menus are in it too.
  function fold(button) {
    button.setAttribute("aria-expanded", String(button.classList.contains("open")));
    button.firstElementChild?.setAttribute("data-phone", words["Models and image settings"] ?? "");
  }

  function all(root) {
    if (root.nodeType !== Node.ELEMENT_NODE) return;
    told(root);
    for (const button of root.querySelectorAll("#controls > button:not([aria-expanded])")) fold(button);
    for (const element of root.querySelectorAll("[aria-label], [title]")) told(element);
  }

  async function begin() {
    words = await fetch("/own/labels.json").then((answer) => answer.json()).catch(() => ({}));
    all(document.body);
    new MutationObserver((changes) => {
      for (const change of changes) {
        if (change.type === "attributes") told(change.target);
        else change.addedNodes.forEach(all);
      }
    }).observe(document.body, { subtree: true, childList: true, attributeFilter: NAMES });
  }

  document.addEventListener("click", (event) => {
    const folded = event.target.closest?.("#controls > button");
    if (folded) setTimeout(() => fold(folded));  // once the framework has turned it
  });

  document.addEventListener("click", (event) => {
    if (!event.target.closest?.("#cartoons-go") || window.innerWidth > 820) return;
    const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    const shown = () => document.getElementById("cartoons-results")?.scrollIntoView({ behavior: calm ? "auto" : "smooth", block: "start" });
    setTimeout(shown, 300);  // the cards, or what is missing, stand there by then
  });

  begin();
})();

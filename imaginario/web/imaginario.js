// Commands are suggested while a message begins with "/", an idea that is tapped is sent, and the slider between two
// pictures moves.
(() => {
  "use strict";
  let commands = null;  // a promise: asked for once, at the first "/"
  let matches = [];
  let chosen = 0;
  let latest = 0;  // number of the last thing that was typed or tapped: what began before it comes too late

  const box = () => document.querySelector("#tx textarea");
  const list = () => document.getElementById("slash");

  function known() {
    commands ??= fetch("/own/commands.json").then((answer) => answer.json()).catch(() => {
      commands = null;
      return [];
    });
    return commands;
  }

  function close() {
    latest += 1;
    list()?.remove();
    for (const name of ["controls", "activedescendant", "expanded"]) box()?.removeAttribute(`aria-${name}`);
  }

  function take(command) {
    const area = box();
    area.value = `/${command.name} `;
    area.dispatchEvent(new Event("input", { bubbles: true }));
    close();
    area.focus();
  }

  // Send a line as if it had been typed; not while an answer is on its way, when there is no button to send.
  function say(line) {
    const area = box();
    if (!area || !document.querySelector("#tx .submit-button")) return;
    area.value = line;
    area.dispatchEvent(new Event("input", { bubbles: true }));
    close();
    // The framework takes the text over in its next turn, and only then may the button be pressed.
    setTimeout(() => document.querySelector("#tx .submit-button")?.click(), 80);
  }

  // Words on one line, in which nothing is read as an option: dashes that begin a word would be.
  function plain(text) {
    return text.trim().replace(/\s+/g, " ").replace(/(^|\s)[-–—]+(?=\p{L})/gu, "$1");
  }
  window.imaginario = { say, plain };

  // A prompt that waits: its English is painted, with what was changed in it; changed words of one's own are first put
  // into English, so that nothing is painted that was not seen.
  function decide(button) {
    const field = (name) => button.closest(".proposal").querySelector(`[data-words="${name}"]`);
    const changed = (area) => {
      const now = plain(area?.value ?? "");
      return now !== plain(area?.defaultValue ?? "") ? now : "";
    };
    const [local, english] = [changed(field("local")), changed(field("english"))];
    if (button.dataset.proposal === "rewrite" || (local && !english)) say(`/rewrite ${local}`.trim());
    else say(`/paint ${english}`.trim());
  }

  function row(command, number) {
    const option = document.createElement("div");
    option.id = `slash-${number}`;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", String(number === chosen));
    const name = document.createElement("b");
    name.textContent = `/${command.name}`;
    const help = document.createElement("small");
    help.textContent = command.help;
    option.append(name, help);
    option.addEventListener("mousedown", (event) => { event.preventDefault(); take(command); });
    return option;
  }

  function draw() {
    close();
    const area = box();
    if (!matches.length || !area) return;
    chosen = Math.min(chosen, matches.length - 1);
    const panel = document.createElement("div");
    panel.id = "slash";
    panel.setAttribute("role", "listbox");
    panel.setAttribute("aria-label", "/");
    panel.append(...matches.map(row));
    document.body.append(panel);
    const place = area.getBoundingClientRect();
    const widest = window.innerWidth - panel.offsetWidth - 12;
    panel.style.left = `${Math.max(12, Math.min(place.left, widest))}px`;
    panel.style.bottom = `${window.innerHeight - place.top + 10}px`;
    area.setAttribute("aria-controls", "slash");
    area.setAttribute("aria-activedescendant", `slash-${chosen}`);
    area.setAttribute("aria-expanded", "true");
  }

  async function typed() {
    const mine = (latest += 1);
    const all = await known();
    if (mine !== latest) return;
    const text = box()?.value ?? "";
    if (!/^\/\S*$/.test(text)) return close();
    const word = text.slice(1).toLowerCase();
    matches = all.filter((c) => c.words.some((w) => w.startsWith(word)));
    draw();
  }

  document.addEventListener("input", (event) => {
    const pair = event.target.closest?.(".compare");
    if (pair) pair.style.setProperty("--at", `${event.target.value}%`);
    if (event.target === box()) { chosen = 0; typed(); }
  });

  document.addEventListener("click", (event) => {
    const idea = event.target.closest?.("[data-say]");
    if (idea) say(idea.dataset.say);
    const proposal = event.target.closest?.("[data-proposal]");
    if (proposal) decide(proposal);
  });

  document.addEventListener("keydown", (event) => {
    // While an input method composes (Chinese, accents), its keys are not for us.
    if (!list() || event.target !== box() || event.isComposing) return;
    const whole = matches[chosen].words.includes(box().value.slice(1).toLowerCase());
    if (event.key === "Escape" || (event.key === "Enter" && whole)) {
      close();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      chosen = (chosen + (event.key === "ArrowDown" ? 1 : matches.length - 1)) % matches.length;
      draw();
    } else if (!event.shiftKey && (event.key === "Tab" || event.key === "Enter")) {
      event.preventDefault();
      event.stopPropagation();
      take(matches[chosen]);
    }
  }, true);

  document.addEventListener("focusout", (event) => { if (event.target === box()) setTimeout(close, 150); });
})();

// Commands are suggested while a message begins with "/". Nothing else on the page needs a script of ours.
(() => {
  "use strict";
  let commands = null;
  let chosen = 0;

  const box = () => document.querySelector("#tx textarea");
  const list = () => document.getElementById("slash");

  async function known() {
    if (!commands) {
      const answer = await fetch("/own/commands.json");
      commands = answer.ok ? await answer.json() : [];
    }
    return commands;
  }

  function close() {
    list()?.remove();
    box()?.removeAttribute("aria-controls");
  }

  function take(command) {
    const area = box();
    area.value = `/${command.name} `;
    area.dispatchEvent(new Event("input", { bubbles: true }));
    close();
    area.focus();
  }

  function draw(matches) {
    close();
    const area = box();
    if (!matches.length || !area) return;
    chosen = Math.min(chosen, matches.length - 1);
    const panel = document.createElement("div");
    panel.id = "slash";
    panel.setAttribute("role", "listbox");
    matches.forEach((command, n) => {
      const row = document.createElement("div");
      row.setAttribute("role", "option");
      row.setAttribute("aria-selected", String(n === chosen));
      const name = document.createElement("b");
      name.textContent = `/${command.name}`;
      const help = document.createElement("small");
      help.textContent = command.help;
      row.append(name, help);
      row.addEventListener("mousedown", (event) => { event.preventDefault(); take(command); });
      panel.append(row);
    });
    document.body.append(panel);
    const place = area.getBoundingClientRect();
    panel.style.left = `${Math.max(12, place.left)}px`;
    panel.style.bottom = `${window.innerHeight - place.top + 10}px`;
    area.setAttribute("aria-controls", "slash");
    panel.matches_ = matches;
  }

  async function typed() {
    const text = box()?.value ?? "";
    if (!/^\/\S*$/.test(text)) return close();
    const word = text.slice(1).toLowerCase();
    const all = await known();
    draw(all.filter((c) => c.words.some((w) => w.startsWith(word))));
  }

  document.addEventListener("input", (event) => {
    if (event.target === box()) { chosen = 0; typed(); }
  });

  document.addEventListener("keydown", (event) => {
    const panel = list();
    if (!panel || event.target !== box()) return;
    const matches = panel.matches_;
    if (event.key === "Escape") { close(); return; }
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      chosen = (chosen + (event.key === "ArrowDown" ? 1 : matches.length - 1)) % matches.length;
      draw(matches);
    } else if (event.key === "Tab" || (event.key === "Enter" && box().value !== `/${matches[chosen].name}`)) {
      event.preventDefault();
      event.stopPropagation();
      take(matches[chosen]);
    }
  }, true);

  document.addEventListener("focusout", (event) => { if (event.target === box()) setTimeout(close, 150); });
})();

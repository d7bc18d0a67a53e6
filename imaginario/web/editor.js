// The picture editor: a whole edit, a painted mask, or new margins. It ends in a line for the chat, such as
// "/edit a red hat --strength 0.60 --picture ID --mask ID", so that an edit can be retried and changed like any message.
(() => {
  "use strict";
  const COLOR = "#ff2d8a";
  let words = null;  // a promise: asked for once, when the editor first opens
  let dialog = null;
  let state = null;  // { id, width, height, mode, tool, ops, margins }

  const part = (name) => dialog.querySelector(`[data-part="${name}"]`);
  const parts = (name) => [...dialog.querySelectorAll(`[data-${name}]`)];

  function element(tag, attributes = {}, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
      else if (value !== false) made.setAttribute(name, value === true ? "" : value);
    }
    made.append(...children);
    return made;
  }

  function build(t) {
    const tool = (name) => element("button", { type: "button", "data-tool": name, onclick: () => useTool(name) }, t[name]);
    const mode = (name) => element("button", { type: "button", "data-mode": name, onclick: () => useMode(name) }, t[name]);
    const side = (name) => element("label", {}, t[name], element("input", {
      type: "number", min: 0, max: 1024, step: 8, value: 0, inputmode: "numeric", "data-side": name, oninput: extended,
    }));
    const act = (name, work) => element("button", { type: "button", onclick: work }, t[name]);
    const file = (name, take) => element("label", { class: "ed-file" }, t[name], element("input", {
      type: "file", accept: "image/*", onchange: (event) => { take(event.target.files[0]); event.target.value = ""; },
    }));
    dialog = element("dialog", { id: "editor", "aria-label": t.title },
      element("div", { class: "ed-head" }, element("h2", {}, t.title), file("open", openFile),
        element("button", { type: "button", class: "ed-close", "aria-label": t.close, onclick: () => dialog.close() }, "×")),
      element("div", { class: "ed-stage", "data-part": "stage" },
        element("div", { class: "ed-frame", "data-part": "frame" },
          element("img", { "data-part": "image", alt: "", draggable: "false", onload: loaded }),
          element("canvas", { "data-part": "canvas" })),
        element("p", { class: "ed-empty", "data-part": "empty" }, t.empty)),
      element("div", { class: "ed-side" },
        element("div", { class: "ed-modes", role: "group" }, mode("whole"), mode("mask"), mode("extend")),
        element("p", { class: "ed-hint", "data-part": "hint" }),
        element("div", { class: "ed-tools", "data-for": "mask" }, tool("brush"), tool("eraser"), tool("rectangle"),
          act("undo", undo), act("clear", () => change([])), act("invert", () => change([...state.ops, { kind: "invert" }])),
          file("upload", maskFile),
          element("label", { class: "ed-size" }, t.size, element("input", { type: "range", min: 1, max: 100, value: 24, "data-part": "size" }))),
        element("div", { class: "ed-tools", "data-for": "extend" }, side("left"), side("top"), side("right"), side("bottom")),
        element("label", { class: "ed-words" }, t.what, element("textarea", { rows: 2, maxlength: 2000, "data-part": "text" })),
        element("label", { class: "ed-strength", "data-part": "strengths" }, t.strength, element("output", { "data-part": "told" }, t.auto),
          element("input", { type: "range", min: 0, max: 20, step: 1, value: 0, "data-part": "strength", oninput: told })),
        element("p", { class: "ed-problem", role: "alert", "data-part": "problem" }),
        element("div", { class: "ed-end" },
          element("button", { type: "button", onclick: () => send("cartoonize"), "data-part": "cartoonize" }, t.cartoonize),
          element("button", { type: "button", class: "ed-go", onclick: () => send("edit"), "data-part": "go" }, t.paint))));
    dialog.words = t;
    document.body.append(dialog);
    const canvas = part("canvas");
    canvas.addEventListener("pointerdown", press);
    canvas.addEventListener("pointermove", drag);
    for (const name of ["pointerup", "pointercancel"]) canvas.addEventListener(name, release);
    window.addEventListener("resize", () => { if (dialog.open) fit(); });
  }

  async function open(id) {
    words ??= fetch("/own/editor.json").then((answer) => answer.json());
    if (!dialog) build(await words);
    state = { id: "", width: 0, height: 0, mode: "whole", tool: "brush", ops: [], stroke: null };
    part("text").value = "";
    part("strength").value = 0;
    for (const input of parts("side")) input.value = 0;
    told();
    problem("");
    dialog.showModal();
    show(id, id ? `/media/${encodeURIComponent(id)}` : "");
    useTool("brush");
    useMode("whole");
    part("text").focus();
  }

  function show(id, address) {
    state.id = id;
    state.width = state.height = 0;
    state.ops = [];
    dialog.classList.toggle("without", !address);
    if (address) part("image").src = address;
    else part("image").removeAttribute("src");
  }

  function loaded() {
    const image = part("image");
    [state.width, state.height] = [image.naturalWidth, image.naturalHeight];
    const canvas = part("canvas");
    [canvas.width, canvas.height] = [state.width, state.height];
    redraw();
    fit();
  }

  function margins() {
    const found = { left: 0, top: 0, right: 0, bottom: 0 };
    if (state.mode !== "extend") return found;
    for (const input of parts("side")) found[input.dataset.side] = Math.min(1024, Math.max(0, Math.round(Number(input.value) || 0)));
    return found;
  }

  function fit() {
    if (!state.width) return;
    const { left, top, right, bottom } = margins();
    const [width, height] = [left + state.width + right, top + state.height + bottom];
    const stage = part("stage");
    const scale = Math.min((stage.clientWidth - 24) / width, (stage.clientHeight - 24) / height);
    const frame = part("frame");
    frame.style.width = `${width * scale}px`;
    frame.style.height = `${height * scale}px`;
    for (const name of ["image", "canvas"]) {
      Object.assign(part(name).style, {
        left: `${left * scale}px`, top: `${top * scale}px`, width: `${state.width * scale}px`, height: `${state.height * scale}px`,
      });
    }
  }

  function useMode(mode) {
    state.mode = mode;
    dialog.dataset.mode = mode;
    for (const button of parts("mode")) button.setAttribute("aria-pressed", String(button.dataset.mode === mode));
    part("hint").textContent = dialog.words[`hint_${mode}`];
    problem("");
    fit();
  }

  function useTool(tool) {
    state.tool = tool;
    for (const button of parts("tool")) button.setAttribute("aria-pressed", String(button.dataset.tool === tool));
  }

  function extended() { problem(""); fit(); }

  // --- the mask: a list of strokes, drawn anew when one is taken back ---

  function change(ops) { state.ops = ops; redraw(); }
  function undo() { change(state.ops.slice(0, -1)); }

  function redraw() {
    const context = part("canvas").getContext("2d");
    context.clearRect(0, 0, state.width, state.height);
    for (const op of state.ops) draw(context, op);
  }

  function draw(context, op) {
    context.save();
    context.fillStyle = context.strokeStyle = COLOR;
    if (op.kind === "invert") {
      context.globalCompositeOperation = "xor";
      context.fillRect(0, 0, state.width, state.height);
    } else if (op.kind === "image") {
      context.drawImage(op.image, 0, 0, state.width, state.height);
    } else if (op.kind === "rectangle") {
      const [from, to] = [op.points[0], op.points[op.points.length - 1]];
      context.fillRect(Math.round(from.x), Math.round(from.y), Math.round(to.x) - Math.round(from.x), Math.round(to.y) - Math.round(from.y));
    } else {
      if (op.kind === "eraser") context.globalCompositeOperation = "destination-out";
      context.lineCap = context.lineJoin = "round";
      context.lineWidth = op.size;
      context.beginPath();
      context.moveTo(op.points[0].x, op.points[0].y);
      for (const point of op.points) context.lineTo(point.x, point.y);
      context.stroke();
    }
    context.restore();
  }

  function at(event) {
    const box = part("canvas").getBoundingClientRect();
    return { x: (event.clientX - box.left) * state.width / box.width, y: (event.clientY - box.top) * state.height / box.height };
  }

  function press(event) {
    if (state.mode !== "mask" || !event.isPrimary || event.button > 0) return;
    event.preventDefault();
    part("canvas").setPointerCapture(event.pointerId);
    const size = Math.max(1, part("size").value / 400 * Math.min(state.width, state.height));
    state.stroke = { kind: state.tool, size, points: [at(event)] };
    change([...state.ops, state.stroke]);
    problem("");
  }

  function drag(event) {
    if (!state?.stroke || !event.isPrimary) return;
    state.stroke.points.push(at(event));
    redraw();
  }

  function release() { if (state) state.stroke = null; }

  // White where the mask is, black elsewhere, as large as the picture.
  function exported() {
    const canvas = element("canvas");
    [canvas.width, canvas.height] = [state.width, state.height];
    const context = canvas.getContext("2d");
    context.fillStyle = "#fff";
    context.fillRect(0, 0, state.width, state.height);
    context.globalCompositeOperation = "destination-in";
    context.drawImage(part("canvas"), 0, 0);
    const inked = context.getImageData(0, 0, state.width, state.height).data.some((value, index) => index % 4 === 3 && value > 8);
    context.globalCompositeOperation = "destination-over";
    context.fillStyle = "#000";
    context.fillRect(0, 0, state.width, state.height);
    return inked ? new Promise((done) => { canvas.toBlob(done, "image/png"); }) : null;
  }

  // --- files, and the way to the chat ---

  async function laidAside(blob) {
    const answer = await fetch("/own/shelf", { method: "POST", body: blob, headers: { "Content-Type": blob.type || "image/png" } });
    const told = await answer.json().catch(() => ({}));
    if (!answer.ok) throw new Error(told.detail || dialog.words.failed);
    return told;
  }

  async function openFile(file) {
    if (!file) return;
    try {
      const laid = await laidAside(file);
      show(laid.id, laid.address);
      problem("");
    } catch (error) { problem(error.message); }
  }

  async function maskFile(file) {
    if (!file || !state.width) return;
    try {
      const laid = await laidAside(file);
      const image = new Image();
      image.src = laid.address;
      await image.decode();
      change([...state.ops, { kind: "image", image: whiteAsInk(image) }]);
      useMode("mask");
    } catch (error) { problem(error.message || dialog.words.failed); }
  }

  // An uploaded mask: what is light becomes ink, what is see-through or dark does not.
  function whiteAsInk(image) {
    const canvas = element("canvas");
    [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
    const context = canvas.getContext("2d");
    context.drawImage(image, 0, 0);
    const pixels = context.getImageData(0, 0, canvas.width, canvas.height);
    const data = pixels.data;
    for (let i = 0; i < data.length; i += 4) {
      data[i + 3] = Math.round((data[i] * 0.299 + data[i + 1] * 0.587 + data[i + 2] * 0.114) * data[i + 3] / 255);
      [data[i], data[i + 1], data[i + 2]] = [255, 45, 138];
    }
    context.putImageData(pixels, 0, 0);
    return canvas;
  }

  function told() {
    const value = Number(part("strength").value) / 20;
    part("told").textContent = value ? value.toFixed(2) : dialog.words.auto;
  }

  function problem(text) { part("problem").textContent = text; }

  function isBusy() { return !document.querySelector("#tx .submit-button"); }

  async function send(command) {
    const t = dialog.words;
    if (!state.id) return problem(t.empty);
    if (isBusy()) return problem(t.busy);
    let text = window.imaginario.plain(part("text").value);
    const options = [];
    const named = [`--picture ${state.id}`];  // last: a message shows pictures in place of their names
    if (state.mode === "mask") {
      const mask = exported();
      if (!mask) return problem(t.need_mask);
      try {
        named.push(`--mask ${(await laidAside(await mask)).id}`);
      } catch (error) { return problem(error.message); }
      if (!text && command === "edit") text = t.remove_words;
    } else if (state.mode === "extend") {
      const sides = Object.entries(margins()).filter(([, pixels]) => pixels >= 8).map(([name, pixels]) => `${name}=${pixels}`);
      if (!sides.length) return problem(t.need_sides);
      options.push(`--outpaint ${sides.join(",")}`);
    } else if (!text && command === "edit") {
      part("text").focus();
      return problem(t.need_words);
    }
    const strength = Number(part("strength").value) / 20;
    if (strength && state.mode !== "extend") options.push(`--strength ${strength.toFixed(2)}`);
    if (isBusy()) return problem(t.busy);  // something was begun while the mask was on its way
    dialog.close();
    window.imaginario.say(`/${command} ${text} ${[...options, ...named].join(" ")}`.replace(/\s+/g, " "));
  }

  document.addEventListener("click", (event) => {
    const opener = event.target.closest?.("[data-edit]");
    if (opener) { event.preventDefault(); open(opener.dataset.edit); }
  });
})();

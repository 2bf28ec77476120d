/* E-forms: fields that hang on an answer, rows of tables, communes of a province. All works without this file. */
(() => {
  "use strict";
  const all = (selector, inside = document) => [...inside.querySelectorAll(selector)];

  /* Fields that hang on a typed answer, or on a choice that is not made. */
  const answersOf = (form, name) =>
    all("input, select, textarea", form)
      .filter((control) => control.name === name && (!/radio|checkbox/.test(control.type) || control.checked))
      .map((control) => control.value.trim())
      .filter(Boolean);
  const figure = (text) => Number(text.replace(/[ .]/g, "").replace(",", "."));
  const tests = {
    is: (given, value) => given.includes(value),
    is_not: (given, value) => given.length > 0 && !given.includes(value),
    filled: (given) => given.length > 0,
    at_least: (given, value) => given.some((each) => figure(each) >= Number(value)),
    at_most: (given, value) => given.some((each) => figure(each) <= Number(value)),
  };
  const showConditional = () => {
    all("[data-show-if]").forEach((place) => {
      const { field, value, test } = JSON.parse(place.dataset.showIf);
      place.hidden = !tests[test](answersOf(place.closest("form") || document, field), String(value));
    });
  };
  document.addEventListener("input", showConditional);
  document.addEventListener("change", showConditional);
  window.addEventListener("pageshow", showConditional);
  showConditional();

  /* Rows come and go in place; the page that the server answers with is the one shown. */
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-row-act]");
    if (!button || !window.fetch) return;
    const form = button.form;
    const region = button.closest("[data-rows]");
    event.preventDefault();
    const sent = new FormData(form);
    [...sent.entries()].forEach(([name, value]) => value instanceof File && sent.delete(name));
    sent.append(button.name, button.value);
    const address = form.getAttribute("action") || window.location.href;
    const send = () => form.requestSubmit(button);
    let page;
    try {
      const answer = await fetch(address, { method: "POST", body: sent, credentials: "same-origin" });
      page = new DOMParser().parseFromString(await answer.text(), "text/html");
    } catch {
      send();
      return;
    }
    const fresh = page.getElementById(region.id);
    if (!fresh) {
      send();
      return;
    }
    const added = button.name === "add_row";
    region.replaceWith(document.adoptNode(fresh));
    document.dispatchEvent(new CustomEvent("mc:fresh"));
    showConditional();
    const rows = all("fieldset.mc-rows__row", fresh);
    const first = added && rows.length ? rows[rows.length - 1].querySelector("input:not([type=hidden]), select, textarea") : null;
    (first || fresh.querySelector(".mc-rows__title")).focus();
  });

  /* Communes: a list under the box, with the names of before under those of today. */
  const lists = new Map();
  const communesOf = (address, province) => {
    const key = `${address}?tinh=${encodeURIComponent(province)}`;
    if (!lists.has(key)) {
      lists.set(
        key,
        fetch(key, { credentials: "same-origin" })
          .then((answer) => answer.json())
          .then(({ communes }) => communes)
          .catch(() => {
            lists.delete(key);
            return [];
          }),
      );
    }
    return lists.get(key);
  };
  const fold = (text) =>
    text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d").trim();
  const MOST = 8;
  const matches = (communes, typed) => {
    const wanted = fold(typed);
    if (!wanted) return [];
    const found = [];
    communes.forEach(([name, ...before]) => {
      const now = fold(name).indexOf(wanted);
      const old = now < 0 ? before.find((each) => fold(each).includes(wanted)) : undefined;
      if (now >= 0 || old) found.push({ name, old, rank: now >= 0 ? now : 100 });
    });
    return found.sort((one, other) => one.rank - other.rank).slice(0, MOST);
  };
  const close = (box) => {
    const list = document.getElementById(box.getAttribute("aria-controls"));
    if (list) list.hidden = true;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  };
  const open = async (box) => {
    const province = document.getElementById(box.dataset.province);
    if (!province?.value) return;
    const communes = await communesOf(box.dataset.places, province.value);
    if (document.activeElement !== box) return;
    const list = document.getElementById(box.getAttribute("aria-controls"));
    const found = matches(communes, box.value);
    list.replaceChildren(
      ...found.map(({ name, old }, at) => {
        const line = document.createElement("li");
        line.id = `${list.id}_${at}`;
        line.setAttribute("role", "option");
        line.dataset.value = name;
        line.append(name);
        if (old) {
          const told = document.createElement("span");
          told.textContent = `trước là ${old}`;
          line.append(told);
        }
        return line;
      }),
    );
    const whole = found.length === 1 && found[0].name === box.value;
    list.hidden = !found.length || whole;
    box.setAttribute("aria-expanded", String(!list.hidden));
    box.removeAttribute("aria-activedescendant");
  };
  const take = (box, line) => {
    box.value = line.dataset.value;
    close(box);
    box.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const prepare = () => {
    all("input[data-places]:not([role])").forEach((box) => {
      const list = document.createElement("ul");
      list.id = `${box.id}_list`;
      list.className = "mc-suggest";
      list.setAttribute("role", "listbox");
      list.setAttribute("aria-label", "Xã, phường, đặc khu");
      list.hidden = true;
      box.after(list);
      box.setAttribute("role", "combobox");
      box.setAttribute("aria-autocomplete", "list");
      box.setAttribute("aria-expanded", "false");
      box.setAttribute("aria-controls", list.id);
      list.addEventListener("mousedown", (event) => {
        const line = event.target.closest("li");
        if (!line) return;
        event.preventDefault();
        take(box, line);
      });
      box.addEventListener("input", () => open(box));
      box.addEventListener("blur", () => close(box));
      box.addEventListener("keydown", (event) => {
        const lines = all("li", list);
        if (list.hidden || !lines.length) return;
        const at = lines.findIndex((line) => line.id === box.getAttribute("aria-activedescendant"));
        const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        if (step) {
          event.preventDefault();
          const next = (at + step + lines.length + (at < 0 && step < 0 ? 1 : 0)) % lines.length;
          lines.forEach((line, index) => line.setAttribute("aria-selected", String(index === next)));
          box.setAttribute("aria-activedescendant", lines[next].id);
        } else if (event.key === "Enter" && at >= 0) {
          event.preventDefault();
          take(box, lines[at]);
        } else if (event.key === "Escape") {
          close(box);
        }
      });
    });
  };
  prepare();
  document.addEventListener("mc:fresh", prepare);

  /* Controllers see what they type: the edit goes to the frame, and is kept only when they say so. */
  all("form[data-preview]").forEach((form) => {
    let waiting;
    form.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        const copy = document.createElement("form");
        copy.method = "post";
        copy.action = form.dataset.preview;
        copy.target = "xem-thu";
        copy.hidden = true;
        for (const [name, value] of new FormData(form)) {
          const part = document.createElement("input");
          part.type = "hidden";
          part.name = name;
          part.value = value;
          copy.append(part);
        }
        document.body.append(copy);
        copy.submit();
        copy.remove();
      }, 500);
    });
  });
})();

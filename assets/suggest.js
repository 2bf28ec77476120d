/* Suggestions under a search box (ARIA combobox with a list box). Without this file the box is a plain search. */
(() => {
  "use strict";
  const WAIT = 150;
  const SHORTEST = 2;

  document.querySelectorAll("[data-suggest]").forEach((box) => {
    const input = box.querySelector("input");
    const said = box.querySelector("[role=status]");
    const list = document.createElement("ul");
    list.className = "mc-ahead__list";
    list.id = `${input.id}-goi-y`;
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", box.dataset.label);
    box.append(list);
    Object.entries({
      role: "combobox",
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": list.id,
    }).forEach(([name, value]) => input.setAttribute(name, value));

    let current = -1;
    let timer = 0;
    let asking = null;
    let shownFor = "";

    const options = () => [...list.children];
    const close = () => {
      list.hidden = true;
      current = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    };
    const choose = (index) => {
      const all = options();
      current = index < 0 ? all.length - 1 : index % all.length;
      all.forEach((option, at) => option.setAttribute("aria-selected", `${at === current}`));
      input.setAttribute("aria-activedescendant", all[current].id);
      all[current].scrollIntoView({ block: "nearest" });
    };
    const open = () => {
      list.hidden = !options().length;
      input.setAttribute("aria-expanded", `${!list.hidden}`);
    };
    const show = (lines) => {
      close();
      list.replaceChildren(
        ...lines.map((line, at) => {
          const option = document.createElement("li");
          option.id = `${list.id}-${at}`;
          option.dataset.href = line.href;
          option.setAttribute("role", "option");
          option.setAttribute("aria-selected", "false");
          [["b", line.words], ["span", line.note]].forEach(([tag, text]) => {
            const part = document.createElement(tag);
            part.textContent = text;
            option.append(part);
          });
          return option;
        }),
      );
      open();
      said.textContent = lines.length ? box.dataset.found.replace("0", `${lines.length}`) : box.dataset.none;
    };
    const ask = async () => {
      const words = input.value.trim();
      asking?.abort();
      if (words.length < SHORTEST) {
        close();
        said.textContent = "";
        return;
      }
      asking = new AbortController();
      try {
        const address = `${box.dataset.suggest}?${new URLSearchParams({ q: words })}`;
        const answer = await fetch(address, { signal: asking.signal });
        if (!answer.ok) return;
        const { lines } = await answer.json();
        if (document.activeElement !== input) return;
        shownFor = input.value;
        show(lines);
      } catch {
        /* A lost line costs the suggestions and nothing else: the form still asks. */
      }
    };

    input.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(ask, WAIT);
    });
    input.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      if (event.key === "Escape" && !list.hidden) {
        event.preventDefault();
        close();
      } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        if (list.hidden) {
          if (!options().length || shownFor !== input.value) return;
          open();
        }
        event.preventDefault();
        choose(event.key === "ArrowDown" ? current + 1 : current - 1);
      } else if (event.key === "Enter" && current >= 0) {
        event.preventDefault();
        location.assign(options()[current].dataset.href);
      }
    });
    input.addEventListener("blur", close);
    list.addEventListener("pointerdown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) location.assign(option.dataset.href);
    });
  });
})();

/* Progressive enhancement only: every page works without this file. */
(() => {
  "use strict";
  const root = document.documentElement;
  root.classList.add("mc-js");
  const all = (selector, inside = document) => [...inside.querySelectorAll(selector)];
  const element = (tag, className, text) => {
    const made = document.createElement(tag);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  };

  /* Error summary: takes focus; its links put the caret in the control. */
  const summary = document.querySelector("[data-focus]");
  if (summary) {
    summary.focus();
    summary.addEventListener("click", (event) => {
      const link = event.target.closest("a[href^='#']");
      const control = link && document.getElementById(link.hash.slice(1));
      if (!control) return;
      event.preventDefault();
      const group = control.closest(".mc-field") || control;
      group.scrollIntoView();
      control.focus({ preventScroll: true });
    });
  }

  /* A second press of the same button changes nothing; a line of text says that the first is on its way. */
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== "post") return;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "true";
    setTimeout(() => {
      if (!form.dataset.sent || form.querySelector(".mc-busy")) return;
      const line = element("p", "mc-busy");
      line.setAttribute("role", "status");
      line.append(element("span", "mc-spinner"), element("span", "", form.dataset.busy || "Đang gửi…"));
      const actions = form.querySelector(".mc-actions");
      (actions || form).append(line);
    }, 1000);
  });
  window.addEventListener("pageshow", () => {
    all("form[data-sent]").forEach((form) => {
      delete form.dataset.sent;
      all(".mc-busy", form).forEach((line) => line.remove());
    });
  });

  /* Fields that follow from a choice are seen once it is chosen. */
  const showFollowers = () => {
    all("[data-follow]").forEach((choice) => {
      document.getElementById(choice.dataset.follow).hidden = !choice.checked;
    });
  };
  showFollowers();
  document.addEventListener("change", (event) => {
    if (event.target.matches("input[type=radio], input[type=checkbox]")) showFollowers();
  });
  window.addEventListener("pageshow", showFollowers);
  document.addEventListener("mc:fresh", showFollowers);

  /* Chosen files, one row each, beneath the box; the page brings the icons. */
  const size = (bytes) =>
    bytes < 1024 * 1024
      ? `${Math.max(1, Math.round(bytes / 1024))}\u00a0KB`
      : `${(bytes / 1024 / 1024).toFixed(1).replace(".", ",")}\u00a0MB`;
  all("[data-files]").forEach((box) => {
    const input = box.querySelector("input[type=file]");
    const list = element("ul", "mc-files");
    list.setAttribute("aria-live", "polite");
    box.after(list);
    const show = () => {
      list.replaceChildren(
        ...[...input.files].map((file) => {
          const row = element("li");
          const told = element("div");
          told.append(element("span", "", file.name), element("span", "mc-note", `${size(file.size)}, sẽ gửi cùng trang này`));
          const mark = box.querySelector("template")?.content.querySelector("[data-mark=going]");
          row.append(...(mark ? [mark.cloneNode(true)] : []), told);
          return row;
        }),
      );
    };
    input.addEventListener("change", show);
    show();
  });

  /* A menu closes with Escape and when the focus leaves it. */
  all("details.mc-person").forEach((menu) => {
    menu.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      menu.open = false;
      menu.querySelector("summary").focus();
    });
    menu.addEventListener("focusout", (event) => {
      if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false;
    });
    document.addEventListener("click", (event) => {
      if (!menu.contains(event.target)) menu.open = false;
    });
  });

  /* Copy a code. */
  all("[data-copy]").forEach((button) => {
    button.hidden = !navigator.clipboard;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(button.dataset.copy);
      button.textContent = "Đã chép";
    });
  });
  all("[data-print]").forEach((button) => {
    if (button.tagName !== "BUTTON") return;
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  });

  /* Desk keys: J K rows, Enter open, X choose, / find, ? help. Never while typing; can be switched off. */
  const OFF = "motcua.keys.off";
  const table = document.querySelector("table[data-keys]");
  const find = document.querySelector("[data-find]");
  if (!table && !find) return;
  const remembered = () => {
    try {
      return localStorage.getItem(OFF) === "1";
    } catch {
      return false;
    }
  };
  let off = remembered();
  let current = -1;
  const rows = table ? all("tbody tr", table).filter((row) => row.querySelector("[data-open]")) : [];

  const go = (step) => {
    if (!rows.length) return;
    current = Math.min(rows.length - 1, Math.max(0, current + step));
    rows.forEach((row, index) => row.classList.toggle("mc-current-row", index === current));
    rows[current].querySelector("[data-open]").focus({ preventScroll: true });
    rows[current].scrollIntoView({ block: "nearest" });
  };
  rows.forEach((row, index) => {
    row.addEventListener("focusin", () => {
      current = index;
      rows.forEach((each) => each.classList.toggle("mc-current-row", each === row));
    });
  });

  const chosen = document.querySelector("[data-chosen]");
  const tell = () => {
    if (!chosen || !table) return;
    const count = all(".mc-tick:checked", table).length;
    chosen.hidden = count === 0;
    const line = chosen.querySelector("[data-chosen-words]");
    if (line) line.textContent = `Đã chọn ${count} hồ sơ:`;
  };
  table?.addEventListener("change", tell);
  tell();
  window.addEventListener("pageshow", tell);

  const help = () => {
    let dialog = document.getElementById("mc-keys-help");
    if (!dialog) {
      dialog = element("dialog", "mc-keys-help");
      dialog.id = "mc-keys-help";
      dialog.setAttribute("aria-labelledby", "mc-keys-title");
      const title = element("h2", "", "Phím tắt");
      title.id = "mc-keys-title";
      const list = element("dl");
      [
        ["J, K", "xuống, lên một dòng"],
        ["Enter", "mở dòng đang chọn"],
        ["X", "chọn hoặc bỏ chọn dòng"],
        ["/", "đến ô tìm"],
        ["?", "mở bảng này"],
      ].forEach(([key, act]) => {
        const term = element("dt");
        term.append(element("kbd", "", key));
        list.append(term, element("dd", "", act));
      });
      const toggle = element("button", "mc-button mc-button--second");
      toggle.type = "button";
      const label = () => {
        toggle.textContent = off ? "Bật phím tắt" : "Tắt phím tắt";
      };
      label();
      toggle.addEventListener("click", () => {
        off = !off;
        try {
          localStorage.setItem(OFF, off ? "1" : "0");
        } catch {
          /* kept for this page only */
        }
        label();
      });
      const close = element("button", "mc-button", "Đóng");
      close.type = "button";
      close.addEventListener("click", () => dialog.close());
      const actions = element("p", "mc-actions");
      actions.append(close, toggle);
      dialog.append(title, list, actions);
      document.body.append(dialog);
    }
    if (!dialog.open) dialog.showModal();
  };

  const acts = {
    j: () => go(1),
    k: () => go(-1),
    x: () => {
      const tick = rows[current]?.querySelector(".mc-tick");
      tick?.click();
    },
    "/": () => find?.focus(),
  };
  const typing = (target) =>
    target.isContentEditable ||
    target.closest("textarea, select, dialog, input:not([type=checkbox], [type=radio], [type=submit], [type=button])");
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (event.key === "?") {
      event.preventDefault();
      help();
      return;
    }
    const act = !off && acts[event.key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    act();
  });
  all("[data-keys-help]").forEach((button) => button.addEventListener("click", help));
})();

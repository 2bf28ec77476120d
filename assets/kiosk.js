/* The kiosk: asks whether somebody is still there, wipes, keeps no history, has keys of its own. */
(() => {
  "use strict";
  if (!document.documentElement.classList.contains("mc-kiosk")) return;
  const ASK_MS = 60_000;
  const WIPE_MS = 20_000; // no less: WCAG 2.2.1 gives twenty seconds to answer

  /* One entry of history: nothing stands behind the present screen. */
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (!link || link.origin !== location.origin || link.hash) return;
    event.preventDefault();
    location.replace(link.href);
  });
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "get") return;
    event.preventDefault();
    const address = new URL(form.getAttribute("action") || location.pathname, location.href);
    address.search = new URLSearchParams(new FormData(form)).toString();
    location.replace(address);
  });
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload();
  });

  /* Is somebody still there? */
  const ask = document.querySelector("[data-kiosk-ask]");
  if (ask) {
    let timer;
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        ask.showModal();
        timer = setTimeout(() => location.replace(ask.dataset.wipe), WIPE_MS);
      }, ASK_MS);
    };
    const stay = () => {
      if (ask.open) ask.close();
      wait();
    };
    ["pointerdown", "keydown", "scroll"].forEach((kind) =>
      document.addEventListener(kind, () => !ask.open && wait(), { passive: true }),
    );
    ask.querySelector("[data-kiosk-stay]").addEventListener("click", stay);
    ask.addEventListener("close", wait);
    wait();
  }

  /* A reader types into the field wherever the finger was last. */
  const reader = document.querySelector("[data-reader]");
  if (reader) {
    document.addEventListener("keydown", (event) => {
      const typing = event.key.length === 1 && !event.ctrlKey && !event.altKey && !event.metaKey;
      if (typing && !document.activeElement.matches("input, dialog *")) reader.focus();
    });
  }

  /* The time of day. */
  const clock = document.querySelector(".mc-kiosk-top .mc-tabular");
  if (clock) {
    const tell = () => {
      clock.textContent = new Intl.DateTimeFormat("vi-VN", {
        hour: "2-digit",
        minute: "2-digit",
        hour12: false,
        timeZone: "Asia/Ho_Chi_Minh",
      }).format(new Date());
    };
    setInterval(tell, 10_000);
  }

  /* Keys on the screen. Words are found without diacritics, so plain letters are enough. */
  const ROWS = {
    words: ["1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"],
    code: ["1234567890", "QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM-."],
  };
  const names = document.documentElement.lang === "en" ? ["Space", "Delete"] : ["Dấu cách", "Xóa"];
  const field = document.querySelector("[data-keypad]");
  if (!field) return;
  const pad = document.createElement("div");
  pad.className = "mc-keypad";
  const key = (label, act, wide) => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = label;
    if (wide) made.className = "mc-keypad__wide";
    made.addEventListener("click", () => {
      act();
      field.focus();
    });
    return made;
  };
  const put = (text) => field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
  ROWS[field.dataset.keypad].forEach((letters, at, all) => {
    const row = document.createElement("div");
    row.append(...[...letters].map((letter) => key(letter, () => put(letter))));
    if (at === all.length - 1) {
      if (field.dataset.keypad === "words") row.append(key(names[0], () => put(" "), true));
      row.append(
        key(
          names[1],
          () => {
            if (field.selectionStart === field.selectionEnd)
              field.selectionStart = Math.max(0, field.selectionStart - 1);
            put("");
          },
          true,
        ),
      );
    }
    pad.append(row);
  });
  field.closest("form").append(pad);
  if (field.value) {
    pad.hidden = true;
    field.addEventListener("focus", () => {
      pad.hidden = false;
    });
  }
})();

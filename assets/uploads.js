/* Sends chosen files in parts that outlive a broken line. Without this file the page sends them whole. */
(() => {
  "use strict";
  const PART = 256 * 1024;
  const PATIENCE = 90_000;
  const LONGEST_WAIT = 30_000;
  const element = (tag, className, text) => {
    const made = document.createElement(tag);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  };
  const megabytes = (bytes) =>
    bytes < 1024 * 1024
      ? `${Math.max(1, Math.round(bytes / 1024))}\u00a0KB`
      : `${(bytes / 1024 / 1024).toFixed(1).replace(".", ",")}\u00a0MB`;
  const SIGNED_OUT = "Phiên đăng nhập đã hết. Tải lại trang, đăng nhập rồi chọn lại tệp để gửi tiếp.";
  const SENT = "đã gửi xong, giữ ở đây cho bạn";
  const MARKS = document.querySelector("template[data-file-marks]");
  const BROKEN = "Chưa gửi được tệp này. Tải lại trang rồi chọn lại tệp.";

  /* The line may come back at any moment: wait a little longer each time, but no longer than needed. */
  const pause = (wait) =>
    new Promise((go) => {
      const timer = setTimeout(done, wait);
      function done() {
        clearTimeout(timer);
        window.removeEventListener("online", done);
        go();
      }
      window.addEventListener("online", done);
    });

  class Refused extends Error {}

  class Sender {
    constructor(form) {
      this.form = form;
      this.address = form.dataset.uploads;
      this.token = form.querySelector("[name=csrfmiddlewaretoken]").value;
      this.waiting = [];
      this.sending = false;
      this.asked = null;
      form.querySelectorAll("input[type=file]").forEach((input) => this.watch(input));
      form.addEventListener("submit", (event) => this.hold(event), true);
      window.addEventListener("beforeunload", (event) => {
        if (this.sending) event.preventDefault();
      });
    }

    watch(input) {
      const list = element("ul", "mc-files mc-uploads");
      list.setAttribute("aria-live", "polite");
      const box = input.closest("[data-files]") || input;
      box.after(list);
      const place = `${location.pathname}#${input.name}`;
      this.remind(place, list);
      input.addEventListener("change", () => {
        const files = [...input.files];
        if (!files.length) return;
        // The files go in parts: the page itself must not carry them too.
        input.value = "";
        input.dispatchEvent(new Event("change"));
        files.forEach((file) => this.add(file, place, list));
      });
    }

    async remind(place, list) {
      try {
        const answer = await fetch(`${this.address}?place=${encodeURIComponent(place)}`, { redirect: "manual" });
        if (!answer.ok) return;
        for (const one of (await answer.json()).uploads) {
          const row = this.row(one.name, list);
          if (one.state === "stored") row.say(SENT, "done");
          else row.say(`đã gửi ${Math.floor((100 * one.offset) / one.size)}\u00a0%. Chọn lại tệp này để gửi tiếp`);
          row.line.dataset.name = one.name;
        }
      } catch {
        /* the line is away: nothing to remind of now */
      }
    }

    row(name, list) {
      list.querySelectorAll("li").forEach((old) => old.dataset.name === name && old.remove());
      const line = element("li");
      const told = element("span", "mc-note");
      const beside = element("div");
      beside.append(element("span", "", name), told);
      line.append(beside);
      list.append(line);
      return {
        line,
        say: (words, state = "going") => {
          told.textContent = words;
          told.className = state === "bad" ? "mc-files__bad" : "mc-note";
          if (line.dataset.state === state) return;
          line.dataset.state = state;
          line.querySelector("[data-mark]")?.remove();
          const mark = MARKS?.content.querySelector(`[data-mark=${state}]`);
          if (mark) beside.before(mark.cloneNode(true));
        },
      };
    }

    add(file, place, list) {
      const row = this.row(file.name, list);
      row.say("đang chờ đến lượt");
      this.waiting.push({ file, place, row });
      if (!this.sending) this.run();
    }

    async run() {
      this.sending = true;
      let bad = 0;
      while (this.waiting.length) {
        const job = this.waiting.shift();
        try {
          await this.send(job);
        } catch (error) {
          bad += 1;
          job.row.say(error instanceof Refused ? error.message : BROKEN, "bad");
        }
      }
      this.sending = false;
      this.finish(bad);
    }

    /* Whoever pressed a button meanwhile is led on now, unless a file did not come through. */
    finish(bad) {
      this.holding?.remove();
      const { asked } = this;
      this.asked = null;
      if (asked && !bad) this.form.requestSubmit(asked);
    }

    hold(event) {
      if (!this.sending) return;
      event.preventDefault();
      event.stopPropagation();
      this.asked = event.submitter;
      if (this.holding?.isConnected) return;
      this.holding = element("p", "mc-busy", "Đang gửi tệp, xong sẽ tự đi tiếp.");
      this.holding.setAttribute("role", "status");
      (this.form.querySelector(".mc-actions") || this.form).append(this.holding);
    }

    async send({ file, place, row }) {
      const words = new URLSearchParams({ name: file.name, size: file.size, place, sameness: await sameness(file) });
      let upload = await this.insist(row, () => this.ask(this.address, { body: words }));
      const address = upload.address;
      while (upload.state === "open" && upload.offset < file.size) {
        const begins = upload.offset;
        row.say(`đã gửi ${megabytes(begins)} trên ${megabytes(file.size)} (${Math.floor((100 * begins) / file.size)}\u00a0%)`);
        const body = file.slice(begins, begins + PART);
        const headers = { "Upload-Offset": begins, "Content-Type": "application/octet-stream" };
        upload = await this.insist(row, (again) =>
          // After a cut nobody knows what arrived: the house does.
          again ? this.ask(address, { method: "GET" }) : this.ask(address, { body, headers }),
        );
      }
      row.say("đã gửi hết, đang kiểm tra tệp");
      upload = await this.insist(row, () => this.ask(address, { headers: { "Upload-Finish": "1" } }));
      if (upload.state === "refused") throw new Refused(upload.say);
      row.say(SENT, "done");
    }

    async insist(row, act) {
      for (let tries = 0; ; tries += 1) {
        try {
          return await act(tries > 0);
        } catch (error) {
          if (error instanceof Refused) throw error;
          row.say("mất mạng, tự gửi tiếp khi có mạng; phần đã gửi không mất");
          await pause(Math.min(LONGEST_WAIT, 1000 * 2 ** tries));
        }
      }
    }

    async ask(address, { method = "POST", body, headers = {} } = {}) {
      const stop = new AbortController();
      const timer = setTimeout(() => stop.abort(), PATIENCE);
      try {
        const answer = await fetch(address, {
          method,
          body,
          headers: { "X-CSRFToken": this.token, ...headers },
          redirect: "manual",
          signal: stop.signal,
        });
        if (answer.type === "opaqueredirect" || answer.status === 403) throw new Refused(SIGNED_OUT);
        if (answer.status >= 500) throw new Error("house");
        const told = await answer.json();
        // Not where the house is: it says where, and the sending goes on there.
        if (answer.status === 409) throw new Error("elsewhere");
        if (!answer.ok) throw new Refused(told.say || BROKEN);
        return told;
      } finally {
        clearTimeout(timer);
      }
    }
  }

  /* What tells a file from others: its digest where the browser can make one. */
  async function sameness(file) {
    if (window.crypto?.subtle && file.size <= 64 * 1024 * 1024) {
      try {
        const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
        return `sha256:${[...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
      } catch {
        /* a file too large for this machine's memory goes without */
      }
    }
    return `${file.size} ${file.lastModified}`;
  }

  if (window.fetch && window.AbortController) {
    document.querySelectorAll("form[data-uploads]").forEach((form) => new Sender(form));
  }

  /* While photos are being joined the page looks again by itself, until they are. */
  const watchJoining = (wait) => {
    if (!document.querySelector("[data-joining]")) return;
    setTimeout(async () => {
      try {
        const answer = await fetch(location.href, { redirect: "error" });
        const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
        document.querySelectorAll("[data-joining]").forEach((old) => {
          const now = fresh.getElementById(old.id);
          if (now && !("joining" in now.dataset)) old.replaceWith(document.importNode(now, true));
        });
      } catch {
        /* looked at again below */
      }
      watchJoining(Math.min(LONGEST_WAIT, wait * 1.5));
    }, wait);
  };
  watchJoining(2000);
})();

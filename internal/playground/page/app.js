"use strict";
const $ = (sel, at = document) => at.querySelector(sel);
const make = (tag, text = "", set = {}) => Object.assign(document.createElement(tag), { textContent: text }, set);
const phones = {};

class Phone {
  constructor(at) {
    this.at = at;
    this.name = at.dataset.phone;
    this.shown = new Map(); // id → html
    this.replyTo = "";
    this.turn = 0; // how often something was sent
    this.chosen = null; // a completion: what it shows and what it sends
    for (const f of ["as", "place"]) $(`[name=${f}]`, at).addEventListener("change", () => { this.clear(); listen(); });
    $("[name=way]", at).addEventListener("change", () => this.found([]));
    $("[name=text]", at).addEventListener("input", () => this.typed());
    at.addEventListener("submit", (e) => { e.preventDefault(); e.target.dataset.form ? this.submit(e.target) : this.send(); });
    at.addEventListener("click", (e) => this.clicked(e.target.closest("[data-do]")));
    at.addEventListener("change", (e) => {
      if (e.target.dataset.do === "choose" && e.target.value) this.act("choose", { message: messageOf(e.target), data: e.target.dataset.what, text: e.target.value });
    });
  }
  get(name) { return $(`[name=${name}]`, this.at); }
  who() { return `${this.get("as").value}.${this.get("place").value}`; }
  clear() { this.shown.clear(); this.form(""); $(".messages", this.at).replaceChildren(); this.reply("", ""); this.found([]); this.notice(""); }

  async act(what, more = {}) {
    this.notice("");
    try {
      const answer = await fetch("act", {
        method: "POST", headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ phone: this.name, as: this.get("as").value, place: this.get("place").value, do: what, ...more }),
      });
      const text = await answer.text();
      if (answer.status !== 200 && answer.status !== 422) throw new Error(text);
      const r = JSON.parse(text);
      if (r.error) this.notice(r.error);
      if (r.notice) this.notice((r.alert ? "⚠ " : "") + r.notice);
      if (r.form) this.form(r.form);
      return r;
    } catch (e) { this.notice(String(e.message || e)); return { error: true }; }
  }
  form(html) {
    const box = $(".formed", this.at);
    box.innerHTML = html; // drawn by html/template, which escapes whatever the bot sends
    box.hidden = !html;
    $("input, textarea", box)?.focus();
  }
  async submit(f) {
    const fields = {};
    for (const el of f.querySelectorAll("[data-key]")) fields[el.dataset.key] = el.value;
    const before = f.dataset.form, r = await this.act("submit", { data: before, fields });
    if (!r.error && !r.form) this.form("");
  }
  async file() {
    const f = this.get("file").files[0];
    return f ? { file: { name: f.name, text: await f.text() } } : {};
  }
  notice(text) { const n = $(".notice", this.at); n.textContent = text; n.hidden = !text; }

  way() {
    const [kind, name] = this.get("way").value.split(":");
    return name ? { do: "command", data: name, completes: this.get("way").selectedOptions[0].dataset.option && this.name === "discord" } : { do: kind, completes: false };
  }
  typed() {
    this.chosen = null;
    clearTimeout(this.timer);
    const way = this.way();
    if (way.completes || way.do === "inline") this.timer = setTimeout(() => this.ask(way), 250);
  }
  async ask(way) {
    const text = this.get("text").value, turn = this.turn, r = await this.act(way.completes ? "complete" : "inline", { data: way.data, text });
    if (turn === this.turn && text === this.get("text").value) this.found(r.choices || [], way);
  }
  found(list, way) {
    const ul = $(".found", this.at);
    ul.replaceChildren(...list.map((c) => {
      const b = make("button", c.title, { type: "button", disabled: !c.id });
      if (c.about) b.append(make("small", c.about));
      b.addEventListener("click", () => way.completes ? this.complete(c) : this.sendResult(c));
      const li = make("li");
      li.append(b);
      return li;
    }));
    ul.hidden = !list.length;
  }
  complete(c) { this.get("text").value = c.title; this.chosen = c; this.found([]); this.get("text").focus(); }
  async sendResult(c) { if (!(await this.act("send", { data: c.id })).error) { this.get("text").value = ""; this.found([]); } }

  async send() {
    const way = this.way(), text = this.chosen ? this.chosen.id : this.get("text").value;
    if (way.do === "inline") return this.ask(way);
    clearTimeout(this.timer);
    this.turn++; // completions still under way are of no use
    const r = await this.act(way.do, { data: way.data, text, message: this.replyTo, ...(await this.file()) });
    if (r.error) return;
    this.get("file").value = "";
    this.get("text").value = "";
    this.chosen = null;
    this.found([]);
    this.reply("", "");
  }
  reply(id, words) {
    this.replyTo = id;
    const p = $(".replying", this.at);
    p.hidden = !id;
    $("span", p).textContent = "Reply to: " + words;
  }
  clicked(b) {
    if (!b || b.tagName === "SELECT") return;
    const id = messageOf(b), data = b.dataset.what;
    switch (b.dataset.do) {
      case "press": case "menu": this.act(b.dataset.do, { message: id, data }); break;
      case "reply": this.reply(id, b.closest("article").querySelector(".body").textContent.slice(0, 60)); this.get("text").focus(); break;
      case "unform": this.form(""); break;
      case "unreply": this.reply("", ""); break;
      case "unfold": b.setAttribute("aria-expanded", String(b.parentElement.classList.toggle("open")));
    }
  }

  show(s) {
    $(".link-state", this.at).textContent = s.connected ? "bot connected" : "no bot yet";
    const group = $("optgroup", this.at), way = this.get("way").value;
    if (group.dataset.now !== JSON.stringify(s.commands)) {
      group.dataset.now = JSON.stringify(s.commands);
      group.replaceChildren(...s.commands.map((c) => { const o = make("option", c.title, { value: "command:" + c.id }); o.dataset.option = c.about || ""; return o; }));
      if ([...this.get("way").options].some((o) => o.value === way)) this.get("way").value = way;
    }
    $(".messages", this.at).dataset.place = this.get("place").value;
    const box = $(".messages", this.at), ids = new Set(s.messages.map((m) => m.id));
    const low = box.scrollHeight - box.scrollTop - box.clientHeight < 80;
    let added = null;
    for (const el of [...box.children]) if (!ids.has(el.dataset.id)) { el.remove(); this.shown.delete(el.dataset.id); }
    s.messages.forEach((m, i) => {
      let el = box.children[i];
      if (!el || el.dataset.id !== m.id) { el = make("div"); el.dataset.id = m.id; box.insertBefore(el, box.children[i] || null); added = el; }
      if (this.shown.get(m.id) === m.html) return;
      const held = el.contains(document.activeElement) ? document.activeElement.textContent : null;
      el.innerHTML = m.html; // drawn by html/template, which escapes whatever the bot sends
      this.shown.set(m.id, m.html);
      if (held !== null) ([...el.querySelectorAll("button, a")].find((b) => b.textContent === held) || box).focus();
    });
    if (added && low) box.scrollTop += added.getBoundingClientRect().top - box.getBoundingClientRect().top - 8;
  }
}
const messageOf = (el) => el.closest("[data-message]")?.dataset.message || "";

let stream, requests = "";
function listen() {
  stream?.close();
  stream = new EventSource(`events?discord=${phones.discord.who()}&telegram=${phones.telegram.who()}`);
  stream.onmessage = (e) => {
    const s = JSON.parse(e.data);
    for (const name in phones) phones[name].show(s[name]);
    $("#problem-count").textContent = `(${s.problems.length}${s.checked ? "" : "; calls are not checked against the specifications"})`;
    $("#problems").replaceChildren(...s.problems.map((p) => make("li", p)));
    const now = JSON.stringify(s.requests);
    if (now === requests) return;
    requests = now;
    const open = new Set([...document.querySelectorAll("#requests details[open]")].map((d) => d.dataset.key));
    $("#requests").replaceChildren(...s.requests.map((r) => {
      const d = make("details");
      d.dataset.key = r.at + r.what;
      d.open = open.has(d.dataset.key);
      d.append(make("summary", `${r.at} ${r.on} ${r.what} → ${r.said}`), make("pre", r.body, { tabIndex: 0 }));
      return d;
    }));
  };
  stream.onerror = () => { for (const name in phones) $(".link-state", phones[name].at).textContent = "the playground has ended"; };
}
for (const at of document.querySelectorAll(".phone")) phones[at.dataset.phone] = new Phone(at);
listen();

"use strict";

// What a page shows comes from articles that anyone may have written: it becomes text nodes and
// nothing else, and what could turn the reading direction or hide is shown by its number.
const hidden = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

function visible(text) {
  return String(text).replace(hidden, (character) =>
    "⟨" + character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0") + "⟩");
}

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") node.addEventListener(name, value);
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  for (const child of children.flat()) {
    if (child === null || child === undefined) continue;
    node.append(child instanceof Node ? child : visible(child));
  }
  return node;
}

function element(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

function shape(tag, attributes = {}, ...children) {
  return fill(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
}

/// A link, only where the address is one of the web.
function link(address, text) {
  if (!/^https?:\/\//.test(address || "")) return element("span", {}, text);
  return element("a", { href: address, rel: "noopener noreferrer", target: "_blank" }, text);
}

function shortened(text, length) {
  const characters = Array.from(text);
  return characters.length <= length ? text : characters.slice(0, length - 1).join("") + "…";
}

/// A text whose places are counted in code points, as records count them.
class CodePointText {
  constructor(text) {
    this.text = text;
    // Most texts have no character outside the basic plane: there the counts agree.
    this.points = /[\ud800-\udfff]/.test(text) ? Array.from(text) : null;
  }

  get length() {
    return this.points ? this.points.length : this.text.length;
  }

  slice(start, end) {
    return this.points ? this.points.slice(start, end).join("") : this.text.slice(start, end);
  }
}

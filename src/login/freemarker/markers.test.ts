import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { directive, interpolation, toFreemarker } from "./markers.ts";

test("carries quotes, ampersands and angle brackets through React unharmed", () => {
  const expression = `(a.b)!"it's <b> & more"`;
  const markup = renderToStaticMarkup(
    createElement("a", { href: interpolation(expression) }, interpolation(expression)),
  );
  expect(toFreemarker(markup)).toBe(`<a href="\${${expression}}">\${${expression}}</a>`);
});

test("turns directives into tags around what they enclose", () => {
  const markup = renderToStaticMarkup(
    createElement("p", null, directive("<#if (user)??>"), "yes", directive("</#if>")),
  );
  expect(toFreemarker(markup)).toBe("<p><#if (user)??>yes</#if></p>");
});

test("refuses markup in which a marker was damaged", () => {
  expect(() => toFreemarker(interpolation("x").slice(0, -1))).toThrow("damaged");
});

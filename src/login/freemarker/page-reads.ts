import { freemarkerString } from "./path.ts";

/** How a value is used: as a text, a number, a yes-or-no, or only to see whether it is there. */
export type Use = "text" | "number" | "flag" | "presence";

/**
 * Notes what a page reads of Keycloak while it is drawn, and writes just that for the browser: all it
 * needs to take the page over, and nothing that no page asked for.
 */
export class PageReads {
  readonly #uses = new Set<Use>();
  /** By the step that leads there: a property, or a method call such as `error("name")`. */
  readonly #children = new Map<string, PageReads>();
  #item: PageReads | undefined;

  /** Notes that a value is used. @param steps the way to it, from `pathSteps` */
  note(steps: readonly string[], use: Use): void {
    this.#at(steps).#uses.add(use);
  }

  /** What is read of each item of a list. @param steps the way to the list */
  itemOf(steps: readonly string[]): PageReads {
    const list = this.#at(steps);
    list.#item ??= new PageReads();
    return list.#item;
  }

  /**
   * JavaScript of the value, with FreeMarker in the place of what only the server knows.
   *
   * @param path FreeMarker path of the value, `""` for the page's whole context
   */
  script(path = ""): string {
    const value = this.#presentScript(path);
    // What is asked after must be seen to be absent, also where more would be read of it.
    return this.#uses.has("presence")
      ? `<#if (${path})?has_content>${value}<#else>null</#if>`
      : value;
  }

  #presentScript(path: string): string {
    if (this.#item) {
      const item = `${path.replaceAll(/\W/g, "")}Item`;
      return `[<#list (${path})![] as ${item}>${this.#item.script(item)},</#list>]`;
    }
    if (this.#children.size > 0) return this.#objectScript(path);
    if (this.#uses.has("flag")) return `\${((${path})!false)?c}`;
    if (this.#uses.has("number")) return `\${((${path})!0)?c}`;
    if (this.#uses.has("text")) return `\${((${path})!"")?c}`;
    return "true";
  }

  #objectScript(path: string): string {
    const properties: string[] = [];
    const answers = new Map<string, string[]>();
    for (const [step, child] of this.#children) {
      const value = child.script(path === "" ? step : `${path}.${step}`);
      const [, method, args] = /^(\w+)\((.*)\)$/.exec(step) ?? [];
      if (method === undefined || args === undefined) properties.push(`${step}:${value}`);
      else
        answers.set(method, [...(answers.get(method) ?? []), `${freemarkerString(args)}:${value}`]);
    }
    for (const [method, pairs] of answers) {
      // The page calls a method only with the arguments it was drawn with.
      properties.push(
        `${method}:function(){return {${pairs.join(",")}}[Array.from(arguments,a=>JSON.stringify(a)).join(", ")]}`,
      );
    }
    return `{${properties.join(",")}}`;
  }

  #at(steps: readonly string[]): PageReads {
    return steps.reduce<PageReads>((reads, step) => {
      const child = reads.#children.get(step) ?? new PageReads();
      reads.#children.set(step, child);
      return child;
    }, this);
  }
}

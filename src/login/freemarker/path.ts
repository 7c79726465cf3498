/**
 * The FreeMarker path that a reading function follows: `c => c.realm.rememberMe` gives
 * `realm.rememberMe`, `c => c.fields.error("name")` gives `fields.error("name")`.
 *
 * @param read follows properties and calls methods with string arguments, nothing else
 * @param root name of the object read from, `""` for FreeMarker's top level
 * @throws Error when `read` computes instead of following a path
 */
export function freemarkerPath<C>(read: (context: C) => unknown, root: string): string {
  return [...(root === "" ? [] : [root]), ...pathSteps(read, root !== "")].join(".");
}

/**
 * The same path step by step: `["realm", "rememberMe"]`, `["fields", 'error("name")']`.
 *
 * @param mayBeEmpty whether `read` may give what it was given, as with a list of texts
 * @throws Error when `read` computes instead of following a path
 */
export function pathSteps<C>(read: (context: C) => unknown, mayBeEmpty: boolean): string[] {
  const result = steps.get(read(recorder([]) as C) as object);
  if (result === undefined || (result.length === 0 && !mayBeEmpty)) {
    throw new Error(`Only a plain path can be read for FreeMarker, not: ${read}`);
  }
  return result;
}

/** A FreeMarker string literal. */
export function freemarkerString(text: string): string {
  // Within a literal both `${` and `#{` would be computed.
  return `"${text.replace(/[\\"]/g, "\\$&").replace(/([$#])\{/g, "$1\\{")}"`;
}

const steps = new WeakMap<object, string[]>();

/** Stands for Keycloak's context and notes which way it is followed. */
function recorder(followed: string[]): object {
  const proxy = new Proxy(() => undefined, {
    get: (_, property) => {
      if (typeof property === "symbol") {
        throw new Error(`Only a plain path can be read for FreeMarker, at: ${followed.join(".")}`);
      }
      return recorder([...followed, property]);
    },
    apply: (_, __, args: unknown[]) => {
      const literals = args.map((arg) => freemarkerString(String(arg))).join(", ");
      return recorder([...followed.slice(0, -1), `${followed.slice(-1)}(${literals})`]);
    },
  });
  steps.set(proxy, followed);
  return proxy;
}

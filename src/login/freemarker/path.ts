/**
 * The FreeMarker path that a reading function follows: `c => c.realm.rememberMe` gives
 * `realm.rememberMe`, `c => c.messagesPerField.get("x")` gives `messagesPerField.get("x")`.
 *
 * @param read follows properties and calls methods with string arguments, nothing else
 * @param root name of the object read from, `""` for FreeMarker's top level
 * @throws Error when `read` computes instead of following a path
 */
export function freemarkerPath<C>(read: (context: C) => unknown, root: string): string {
  const result = paths.get(read(recorder(root) as C) as object);
  if (result === undefined || result === "") {
    throw new Error(`Only a plain path can be read for FreeMarker, not: ${read}`);
  }
  return result;
}

/** A FreeMarker string literal. */
export function freemarkerString(text: string): string {
  return `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("${", "$\\{")}"`;
}

const paths = new WeakMap<object, string>();

/** Stands for Keycloak's context and notes which way it is followed. */
function recorder(path: string): object {
  const proxy = new Proxy(() => undefined, {
    get: (_, property) => {
      if (typeof property === "symbol") {
        throw new Error(`Only a plain path can be read for FreeMarker, at: ${path}`);
      }
      return recorder(path === "" ? property : `${path}.${property}`);
    },
    apply: (_, __, args: unknown[]) =>
      recorder(`${path}(${args.map((arg) => freemarkerString(String(arg))).join(", ")})`),
  });
  paths.set(proxy, path);
  return proxy;
}

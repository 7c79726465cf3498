import type { Looked } from "./looked.ts";

/** How a check ended. */
export interface Verdict {
  /** `unseen`: nothing is known to be wrong, and it can't be told. `unchecked`: something else is in the way. */
  readonly state: "ok" | "warning" | "failed" | "unseen" | "unchecked";
  readonly text: string;
  /** What to do about it. */
  readonly remedy?: string;
}

/** All is well. */
export function ok(text: string): Verdict {
  return { state: "ok", text };
}

/** Works, and somebody should look at it. */
export function warning(text: string, remedy: string): Verdict {
  return { state: "warning", text, remedy };
}

/** Does not work, or is not safe. */
export function failed(text: string, remedy: string): Verdict {
  return { state: "failed", text, remedy };
}

/** Judges what was seen; what could not be looked at is a verdict by itself. */
export function judged<T>(looked: Looked<T>, judge: (value: T) => Verdict): Verdict {
  if (looked.is === "broken") return failed(looked.error.message, looked.error.remedy);
  if (looked.is === "hidden") return { state: "unseen", text: looked.why };
  return given(looked, judge);
}

/** The same for something that another check is about: what is wrong with it is told there. */
export function given<T>(looked: Looked<T>, judge: (value: T) => Verdict): Verdict {
  return looked.is === "seen" ? judge(looked.value) : { state: "unchecked", text: "not checked" };
}

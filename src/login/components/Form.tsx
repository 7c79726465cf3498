import { type ReactNode, useEffect, useRef } from "react";

/** Without an answer for so long, somebody on a bad line may stop waiting and press again. */
const patienceMs = 10_000;

/**
 * A form that posts to Keycloak like any other, and is sent only once however often it is pressed.
 */
export function Form(props: { action: string; className?: string; children: ReactNode }) {
  const sentAtMs = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    // Coming back by the browser's Back button may show this very page again, as it was left.
    const again = () => {
      sentAtMs.current = Number.NEGATIVE_INFINITY;
    };
    window.addEventListener("pageshow", again);
    return () => window.removeEventListener("pageshow", again);
  }, []);
  return (
    <form
      className={props.className}
      action={props.action}
      method="post"
      onSubmit={(event) => {
        const nowMs = performance.now();
        if (nowMs - sentAtMs.current < patienceMs) event.preventDefault();
        else sentAtMs.current = nowMs;
      }}
    >
      {props.children}
    </form>
  );
}

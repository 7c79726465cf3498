import { type ReactNode, useEffect, useRef } from "react";

/**
 * A form that posts to Keycloak like any other, and is sent only once however often it is pressed.
 */
export function Form(props: { action: string; className?: string; children: ReactNode }) {
  const isSent = useRef(false);
  useEffect(() => {
    // Coming back by the browser's Back button may show this very page again, as it was left.
    const again = () => {
      isSent.current = false;
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
        if (isSent.current) event.preventDefault();
        isSent.current = true;
      }}
    >
      {props.children}
    </form>
  );
}

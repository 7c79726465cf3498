import { type RefObject, useState } from "react";
import { usePage } from "../freemarker/page-model.tsx";
import { copyFrom } from "../second-factor/copy.ts";

/**
 * Copies what another element shows, and says how that went.
 *
 * @param props.from the element, which is selected where copying is not allowed
 * @param props.text gives what is copied
 */
export function CopyButton(props: {
  label: string;
  from: RefObject<HTMLElement | null>;
  text: (shown: HTMLElement) => string;
}) {
  const page = usePage();
  const [isCopied, setCopied] = useState<boolean>();
  const copied = page.msg("copied");
  const byHand = page.msg("copyByHand");
  const copy = async () => {
    const { current } = props.from;
    if (current) setCopied(await copyFrom(current, props.text(current)));
  };
  return (
    <>
      <button type="button" className="second-action needs-script" onClick={copy}>
        {props.label}
      </button>
      {/* There from the start: what is added together with its words is not read aloud. */}
      <p className="told" role="status">
        {isCopied === undefined ? "" : isCopied ? copied : byHand}
      </p>
    </>
  );
}

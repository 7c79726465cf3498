import { useRef } from "react";
import { Each, usePage } from "../freemarker/page-model.tsx";
import { download, numbered, recoveryCodesFile } from "../second-factor/recovery-codes.ts";
import { CopyButton } from "./CopyButton.tsx";

/** The codes, each by the number that it is asked for by, and the ways to keep them. */
export function RecoveryCodes() {
  const page = usePage<"login-recovery-authn-code-config.ftl">();
  const shown = useRef<HTMLOListElement>(null);
  const file = {
    header: page.msg("recovery-codes-download-file-header"),
    description: page.msg("recovery-codes-download-file-description"),
    madeOn: page.msg("recovery-codes-download-file-date"),
  };
  const fileName = page.msg("recoveryCodesFile");
  const madeAtMs = page.number((kc) => kc.recoveryAuthnCodesConfigBean.generatedAt);
  const keep = () => {
    if (shown.current === null) return;
    const { lang } = document.documentElement;
    const date = new Date(Number(madeAtMs)).toLocaleDateString(lang, { dateStyle: "long" });
    download(fileName, recoveryCodesFile(codesIn(shown.current), { ...file, date }));
  };
  return (
    <>
      <ol className="recovery-codes" ref={shown}>
        <Each
          page={page}
          of={(kc) => kc.recoveryAuthnCodesConfigBean.generatedRecoveryAuthnCodesList}
        >
          {(code) => (
            <li>
              <code>{code.grouped((text) => text, 4)}</code>
            </li>
          )}
        </Each>
      </ol>
      <div className="code-actions">
        <button type="button" className="second-action needs-script" onClick={() => window.print()}>
          {page.msg("recovery-codes-print")}
        </button>
        <button type="button" className="second-action needs-script" onClick={keep}>
          {page.msg("recovery-codes-download")}
        </button>
        <CopyButton
          label={page.msg("recovery-codes-copy")}
          from={shown}
          text={(list) => numbered(codesIn(list))}
        />
      </div>
    </>
  );
}

function codesIn(list: HTMLElement): string[] {
  return [...list.querySelectorAll("code")].map((code) => code.textContent ?? "");
}

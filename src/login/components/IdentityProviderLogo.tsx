import { If, type PageModel } from "../freemarker/page-model.tsx";

/** The mark of an identity provider that has one we know, before its name on a button. */
export function IdentityProviderLogo(props: { provider: PageModel<{ providerId: string }> }) {
  return (
    <If test={props.provider.equals((provider) => provider.providerId, "microsoft")}>
      <svg className="provider-logo" viewBox="0 0 21 21" aria-hidden="true">
        <path fill="#f25022" d="M0 0h10v10H0z" />
        <path fill="#7fba00" d="M11 0h10v10H11z" />
        <path fill="#00a4ef" d="M0 11h10v10H0z" />
        <path fill="#ffb900" d="M11 11h10v10H11z" />
      </svg>
    </If>
  );
}

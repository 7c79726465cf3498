import { createHash, X509Certificate } from "node:crypto";
import { generate } from "selfsigned";
import { microsoftHosts } from "./hosts.ts";

/** A certificate for Microsoft's host names, and the authority that it is of. All of it as PEM. */
export interface Certificates {
  /** For who is to trust it. The authority's key is kept by nobody, so that it signs nothing more. */
  authority: string;
  certificate: string;
  key: string;
  /**
   * SHA-256 of the certificate's public key in base64, as Chromium's
   * `--ignore-certificate-errors-spki-list` takes it.
   */
  publicKeyHash: string;
}

const oneDayMs = 86_400_000;

/** Makes an authority and a certificate of it, for a week: longer than a demo or a test runs. */
export async function microsoftCertificates(now = new Date()): Promise<Certificates> {
  const common = {
    keyType: "ec",
    algorithm: "sha256",
    // A clock that is behind ours, such as a container's, must not refuse it.
    notBeforeDate: new Date(now.getTime() - oneDayMs),
    notAfterDate: new Date(now.getTime() + 7 * oneDayMs),
  } as const;
  const authority = await generate([{ name: "commonName", value: "Stand-in for Microsoft" }], {
    ...common,
    extensions: [
      { name: "basicConstraints", cA: true, critical: true },
      { name: "keyUsage", keyCertSign: true, critical: true },
    ],
  });
  const server = await generate([{ name: "commonName", value: microsoftHosts.login }], {
    ...common,
    ca: { key: authority.private, cert: authority.cert },
    extensions: [
      { name: "basicConstraints", cA: false, critical: true },
      { name: "keyUsage", digitalSignature: true, critical: true },
      { name: "extKeyUsage", serverAuth: true },
      {
        name: "subjectAltName",
        altNames: Object.values(microsoftHosts).map((value) => ({ type: 2, value })),
      },
    ],
  });
  return {
    authority: authority.cert,
    certificate: server.cert,
    key: server.private,
    publicKeyHash: publicKeyHash(server.cert),
  };
}

function publicKeyHash(certificate: string): string {
  const { publicKey } = new X509Certificate(certificate);
  const der = publicKey.export({ type: "spki", format: "der" });
  return createHash("sha256").update(der).digest("base64");
}

import { randomUUID } from "node:crypto";
import type { Application } from "./application.ts";

/** An answer of the token endpoint that is no token. */
export interface TokenRefusal {
  status: number;
  body: {
    error: string;
    /** Begins with Microsoft's own code, e.g. `AADSTS7000215`. */
    error_description: string;
    error_codes: number[];
    timestamp: string;
    trace_id: string;
    correlation_id: string;
    error_uri: string;
  };
}

/** @param tenant one that there is not, as it stands in the address */
export function tenantUnknown(tenant: string): TokenRefusal {
  return refusal(
    { status: 400, error: "invalid_request", code: 90002 },
    `Tenant '${tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.`,
  );
}

/**
 * What Microsoft answers where the library refuses a request for a token, with the codes that people
 * look for in its documentation.
 *
 * @param sent the fields of the request
 * @param cause the library's refusal
 * @returns `null` where the library's own words are as good
 * @see https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 */
export function tokenRefusal(
  sent: Record<string, unknown> | undefined,
  cause: Error,
  { clientId, expiredSecret }: Application,
): TokenRefusal | null {
  if (cause.message === "invalid_client") {
    const invalid = { status: 401, error: "invalid_client" };
    if (sent?.client_id !== clientId) {
      return refusal(
        { status: 400, error: "unauthorized_client", code: 700016 },
        `Application with identifier '${sent?.client_id}' was not found in the directory. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant.`,
      );
    }
    if (sent.client_secret === expiredSecret) {
      return refusal(
        { ...invalid, code: 7000222 },
        `The provided client secret keys for app '${clientId}' are expired. Create new keys for the app.`,
      );
    }
    return refusal(
      { ...invalid, code: 7000215 },
      `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${clientId}'.`,
    );
  }
  if (cause.message === "invalid_grant") {
    const invalid = { status: 400, error: "invalid_grant" };
    const isUsed = "error_detail" in cause && /consumed/.test(String(cause.error_detail));
    if (isUsed) {
      return refusal(
        { ...invalid, code: 54005 },
        "OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.",
      );
    }
    return refusal(
      { ...invalid, code: 70000 },
      "The provided value for the 'code' parameter is not valid.",
    );
  }
  return null;
}

function refusal(
  { status, error, code }: { status: number; error: string; code: number },
  text: string,
): TokenRefusal {
  const traceId = randomUUID();
  const correlationId = randomUUID();
  const timestamp = `${new Date().toISOString().slice(0, 19).replace("T", " ")}Z`;
  return {
    status,
    body: {
      error,
      error_description: `AADSTS${code}: ${text} Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: ${timestamp}`,
      error_codes: [code],
      timestamp,
      trace_id: traceId,
      correlation_id: correlationId,
      error_uri: `https://login.microsoftonline.com/error?code=${code}`,
    },
  };
}

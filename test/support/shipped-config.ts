import { join } from "node:path";
import { loadConfig } from "../../scripts/config/load.ts";
import type { PortalConfig } from "../../scripts/config/schema.ts";

/** A value for each variable that the shipped configuration needs. */
export const shippedVariables = {
  SMTP_HOST: "127.0.0.1",
  SMTP_PORT: "1025",
  DEMO_SCHOOL_URL: "http://127.0.0.1:4001",
  SAINT_EXUPERY_SCHOOL_URL: "http://127.0.0.1:4002",
};

/**
 * The shipped configuration.
 *
 * @param variables in the place of those above
 */
export function shippedConfig(variables: Record<string, string> = {}): Promise<PortalConfig> {
  const folder = join(import.meta.dirname, "../../realm-config");
  return loadConfig(folder, { ...shippedVariables, ...variables });
}

/** The portal after the old method, with which most stories have nothing to do. */
export function withoutLegacy(config: PortalConfig): PortalConfig {
  const schools = config.schools.map((school) => ({ ...school, legacy: undefined }));
  return { ...config, legacy: undefined, schools };
}

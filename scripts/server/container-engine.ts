import { type ContainerRuntimeClient, getContainerRuntimeClient, ImageName } from "testcontainers";
import { UserError } from "../errors.ts";
import type { Teller } from "../terminal.ts";

/**
 * The container engine of this machine: the one `DOCKER_HOST` names, or one that answers at a usual
 * place. Docker, that is: Podman 4.3 answers by Docker's rules and does not keep to all of them.
 *
 * @throws UserError `ENGINE_MISSING`, `ENGINE_ELSEWHERE`
 */
export async function containerEngine(): Promise<ContainerRuntimeClient> {
  const engine = await getContainerRuntimeClient().catch((cause: unknown) => {
    throw new UserError(
      "ENGINE_MISSING",
      "no container engine answers, neither where DOCKER_HOST points nor at the usual places",
      "Start Docker, or set DOCKER_HOST to where it answers.",
      { cause },
    );
  });
  const { host } = engine.info.containerRuntime;
  if (["localhost", "127.0.0.1", "::1"].includes(host)) return engine;
  throw new UserError(
    "ENGINE_ELSEWHERE",
    `the container engine is on ${host}: what it runs is not on this machine's loopback interface`,
    "Use an engine of this machine; if it is one, say so by TESTCONTAINERS_HOST_OVERRIDE=localhost.",
  );
}

/**
 * Makes sure that the engine has an image; fetches it where it is missing.
 *
 * @throws UserError `IMAGE_MISSING`
 */
export async function requireImage(
  engine: ContainerRuntimeClient,
  name: string,
  teller: Teller,
): Promise<void> {
  const image = ImageName.fromString(name);
  if (await engine.image.exists(image)) return;
  teller.start(`Fetching the image ${name}`);
  await engine.image.pull(image).catch((cause: unknown) => {
    throw new UserError(
      "IMAGE_MISSING",
      `the image ${name} is not there and cannot be fetched: ${messageOf(cause)}`,
      "Check its name and the network, or load it with docker load.",
      { cause },
    );
  });
}

/** What the engine, or the way to it, complained about. */
export function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

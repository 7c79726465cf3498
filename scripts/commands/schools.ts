import { Command } from "commander";
import { addCommand } from "./schools/add.ts";
import { listCommand } from "./schools/list.ts";
import { rotateSecretCommand } from "./schools/rotate-secret.ts";
import { showCommand } from "./schools/show.ts";

/** `portail schools`: the schools, and what their developers need. */
export function schoolsCommand(): Command {
  return new Command("schools")
    .description("the schools: list them, show what a developer needs, add one, make a new secret")
    .addCommand(listCommand())
    .addCommand(showCommand())
    .addCommand(addCommand())
    .addCommand(rotateSecretCommand());
}

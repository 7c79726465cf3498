import { SchoolPage } from "../pages/school-page.ts";
import { signInAt } from "../support/steps.ts";
import { expect, test } from "../support/story.ts";

test("a parent with children in two schools goes from one to the other without signing in again", async ({
  page,
  portal,
}) => {
  const { demo, saintExupery } = portal.schools;
  const parent = await portal.addPerson({
    schools: [demo, saintExupery],
    password: "une petite phrase facile",
  });
  await signInAt(page, demo, parent);

  await new SchoolPage(page, saintExupery).askToSignIn();
  await expect(new SchoolPage(page, saintExupery).signedInAs(parent.email)).toBeVisible();
  expect(page.url()).toContain(saintExupery.app.url);
});

test("a token for one school says nothing about the other", async ({ page, portal }) => {
  const { demo, saintExupery } = portal.schools;
  const parent = await portal.addPerson({
    schools: [demo, saintExupery],
    password: "une petite phrase facile",
  });
  await signInAt(page, demo, parent);
  await expect(page.locator("body")).not.toContainText(saintExupery.id);
  await expect(page.locator("body")).not.toContainText("/schools/");
});

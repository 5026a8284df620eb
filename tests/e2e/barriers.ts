import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "playwright/test";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const sizes = {
  phone: { width: 390, height: 844 },
  desktop: { width: 1440, height: 900 },
  projector: { width: 1920, height: 1080 },
};

/** No barrier that axe knows, in these sizes and themes; `state` says where on a failure. */
export async function hasNoBarriers(
  page: Page,
  state: string,
  on: (keyof typeof sizes)[] = ["phone", "desktop"],
  themes: ("light" | "dark")[] = ["light", "dark"],
): Promise<void> {
  const before = page.viewportSize();
  for (const colorScheme of themes) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    for (const size of on) {
      await page.setViewportSize(sizes[size]);
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(tags).analyze();
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
      expect.soft(found, `${state}, ${colorScheme}, ${size}`).toEqual([]);
    }
  }
  await page.emulateMedia({ colorScheme: "light" });
  if (before) await page.setViewportSize(before);
}

/** Nothing has to be scrolled sideways: on the smallest phone, and with letters twice as large. */
export async function fitsSmallPhones(page: Page, state: string): Promise<void> {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 568 });
  for (const letters of ["100%", "200%"]) {
    const beyond = await page.evaluate((size) => {
      const root = document.documentElement;
      root.style.fontSize = size;
      const found = root.scrollWidth - root.clientWidth;
      root.style.fontSize = "";
      return found;
    }, letters);
    expect.soft(beyond, `${state}, letters at ${letters}`).toBeLessThanOrEqual(0);
  }
  if (before) await page.setViewportSize(before);
}

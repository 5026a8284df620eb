import { type Keepsake, keepsakeBody, keepsakePage, keepsakeStyle } from "@/app/_client/keepsake-page";

/** How a page was given to its parent: as a file, in a tab of its own, or not at all. */
export type Saved = "file" | "tab" | "nowhere";

/** Gives the page as a file; where a browser cannot, in a tab from which it can be kept. */
export function saveKeepsake(keepsake: Keepsake): Saved {
  const url = URL.createObjectURL(new Blob([keepsakePage(keepsake)], { type: "text/html;charset=utf-8" }));
  // Whoever opens it may take a while.
  setTimeout(() => URL.revokeObjectURL(url), 10 * 60_000);
  const link = document.createElement("a");
  if (!("download" in link)) return window.open(url, "_blank") ? "tab" : "nowhere";
  link.href = url;
  link.download = `${keepsake.words.file.toLowerCase()}.html`;
  document.body.append(link);
  link.click();
  link.remove();
  return "file";
}

/**
 * Prints it, or makes a PDF of it where the phone offers that. It stands in the page
 * on paper only, walled off from the page's own looks, and everything else is left out.
 */
export function printKeepsake(keepsake: Keepsake): void {
  document.querySelector("[data-keepsake]")?.remove();
  const sheet = document.createElement("div");
  sheet.dataset.keepsake = "";
  sheet.lang = keepsake.language;
  const paper = sheet.attachShadow({ mode: "open" });
  paper.innerHTML = keepsakeBody(keepsake);
  paper.prepend(styleOf(keepsakeStyle));
  const rule = styleOf(`@page { size: A4; margin: 16mm 17mm; }
    @media screen { [data-keepsake] { display: none; } }
    @media print { body > :not([data-keepsake]) { display: none !important; } }`);
  sheet.append(rule);
  document.body.append(sheet);
  // The name under which a PDF is saved.
  const before = document.title;
  document.title = keepsake.words.file;
  window.addEventListener("afterprint", () => (document.title = before), { once: true });
  window.print();
}

/** The page's policy lets in only styles that carry its nonce, which its own scripts can read. */
function styleOf(rules: string): HTMLStyleElement {
  const style = document.createElement("style");
  style.nonce = document.querySelector<HTMLElement>("script[nonce]")?.nonce ?? "";
  style.textContent = rules;
  return style;
}

/** The handout with its pictures inside; one that cannot be had is told in words. */
export async function withPictures(html: string): Promise<string> {
  const page = new DOMParser().parseFromString(html, "text/html");
  // Our renderer makes none of these; what was kept on a phone is looked at once more.
  for (const odd of page.querySelectorAll("script, iframe, object, embed, link, style, form")) odd.remove();
  for (const one of page.querySelectorAll("*"))
    for (const { name } of [...one.attributes]) if (name.startsWith("on")) one.removeAttribute(name);
  await Promise.all(
    [...page.querySelectorAll("img")].map(async (picture) => {
      const data = await dataOf(picture.getAttribute("src") ?? "");
      if (data) picture.setAttribute("src", data);
      else picture.replaceWith(picture.alt);
    }),
  );
  return page.body.innerHTML;
}

async function dataOf(src: string): Promise<string | null> {
  if (!src.startsWith("/pictures/")) return null;
  try {
    const answer = await fetch(src);
    if (!answer.ok) return null;
    const blob = await answer.blob();
    return await new Promise((resolve) => {
      const reader = new FileReader();
      reader.onload = () => resolve(String(reader.result));
      reader.onerror = () => resolve(null);
      reader.readAsDataURL(blob);
    });
  } catch {
    return null;
  }
}

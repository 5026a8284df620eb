/** Copies a field's text. False when the browser will not: the text is then selected, ready to be copied by hand. */
export async function copyField(field: HTMLInputElement): Promise<boolean> {
  field.focus();
  field.select();
  try {
    if (navigator.clipboard) {
      await navigator.clipboard.writeText(field.value);
      return true;
    }
    // Over plain http there is no clipboard; the old way still works there.
    return document.execCommand("copy");
  } catch {
    return false;
  }
}

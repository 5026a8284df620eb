/** What is wrong with a class file, in words for the person who wrote it. */
export type ClassError = { file: string; line: number; message: string };

/** Takes down one thing that is wrong; reading goes on, so that all of them are named at once. */
export type Report = (line: number, message: string) => void;

export function listErrors(errors: ClassError[]): string {
  return errors.map((error) => `${error.file}:${error.line}: ${error.message}`).join("\n");
}

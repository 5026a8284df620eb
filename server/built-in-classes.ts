import { randomUUID } from "node:crypto";
import { BrokenClass, loadBuiltInClasses } from "@/content/load";
import type { Db } from "@/db/client";
import { StartupError } from "@/db/startup-error";
import { upsertBuiltInClass } from "@/db/stores/classes";
import { insertPicture } from "@/db/stores/pictures";
import { classId } from "@/protocol/ids";

/** Takes in the classes that come with Attune, each when it has changed. */
export async function storeBuiltInClasses(db: Db, folder?: string): Promise<void> {
  for (const { deck, hash, pictures } of await loaded(folder)) {
    // First, so that no slide names a picture that is not there.
    for (const { name, type, bytes } of pictures) await insertPicture(db, { name, type, body: bytes });
    await upsertBuiltInClass(db, {
      id: classId.parse(randomUUID()),
      slug: deck.slug,
      contentHash: hash,
      deck,
    });
  }
}

/** A broken class is for its author to mend: a sentence, not a stack trace. */
async function loaded(folder?: string) {
  try {
    return await loadBuiltInClasses(folder);
  } catch (error) {
    throw error instanceof BrokenClass ? new StartupError(error.message) : error;
  }
}

import { isDeepStrictEqual } from "node:util";

/** Whether two values say the same, in whatever order their keys were set. */
export const same: (a: unknown, b: unknown) => boolean = isDeepStrictEqual;

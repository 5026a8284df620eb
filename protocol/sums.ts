/** How often each part of a closed prompt's responses was chosen; a kind knows what its parts are called. */
export type Counts = Record<string, number>;

/** Responses added up: how many, and how often each of their parts. */
export type Sums = { responses: number; counts: Counts };

/** Nothing to answer: the phone shows title and body. */
export const contentPhone = null;

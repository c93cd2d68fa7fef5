/** Three truth values (Kleene): an unanswered question makes neither true nor false. `and` is Math.min, `or` Math.max. */
export const False = 0
export const Unknown = 1
export const True = 2
export type Truth = typeof False | typeof Unknown | typeof True

export const not = (truth: Truth): Truth => (True - truth) as Truth

/** The word that tells a child to do beforehand what does not depend on its task. */
export const ready = 'ready'

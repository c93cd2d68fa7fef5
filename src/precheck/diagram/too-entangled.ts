/** A rule set that is too entangled to be worked out exactly. */
export class TooEntangled extends Error {
  /**
   * @param variables those whose tests make up most of the diagram, the largest first
   * @param facts what they stand for, where that is known: questions, and facts that several questions make up
   */
  constructor(
    readonly variables: readonly number[],
    readonly facts: readonly string[] = [],
  ) {
    super(`The diagram grew past its limit, most of all by: ${facts.slice(0, 5).join(', ')}`)
  }
}

/**
 * What a person can cause and is told: a value, not an exception. The code is stable for programs, the
 * message is a German sentence, the place is the id of the question, document or field it is about.
 */
export interface Refusal {
  readonly code: string
  readonly message: string
  readonly place?: string
}

export const refusal = (code: string, message: string, place?: string): Refusal =>
  place === undefined ? { code, message } : { code, message, place }

/** Tells a refusal from the result of a use case that went well. */
export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' &&
  value !== null &&
  !(value instanceof Error) &&
  'code' in value &&
  'message' in value &&
  typeof value.code === 'string' &&
  typeof value.message === 'string'

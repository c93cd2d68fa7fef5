import type { AnswerGiven } from './citizen-in-words.js'

/** Answers as lines of a list: `– Wann sind Sie geboren? 24.11.1990`. */
export const answerLines = (answers: readonly AnswerGiven[], indent: string): string[] =>
  answers.map(({ text, answer }) => `${indent}– ${asked(text)} ${answer}`)

/** What is no question gets a colon before its answer. */
export const asked = (text: string): string => (/[?:.]$/.test(text) ? text : `${text}:`)

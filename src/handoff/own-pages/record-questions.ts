import type { PackageContents, QuestionShown } from '../package-contents.js'
import { heading, paragraph } from '../paper/blocks.js'
import type { Sheet } from '../paper/sheet.js'
import { headedTable, type Row } from '../paper/table.js'
import { body, byWhom, small } from './record-runs.js'
import { styles } from '../paper/text-style.js'

/** Every question as it was shown, with the answer as it was given, in the groups of the checklist. */
export function printQuestions(sheet: Sheet, { questions }: PackageContents): void {
  const groups = Map.groupBy(
    questions,
    ({ group, use }) => group ?? (use === 'form' ? 'Für das Formular' : 'Fragen'),
  )
  const chapter = 'Fragen und Antworten'
  if (questions.length === 0) {
    heading(sheet, 2, chapter)
    paragraph(sheet, 'Es wurde keine Frage gestellt.')
  }
  for (const [index, [title, members]] of [...groups].entries()) {
    headedTable(
      sheet,
      3,
      title,
      [
        { title: 'Frage, wie gestellt', share: 0.42 },
        { title: 'Antwort, wie gegeben', share: 0.36 },
        { title: 'Von wem, wann', share: 0.22 },
      ],
      members.map(questionRow),
      index === 0 ? chapter : undefined,
    )
  }
}

function questionRow({ text, source, answer, counts, open }: QuestionShown): Row {
  const given =
    answer === null
      ? [{ text: open ? 'nicht beantwortet' : '–', style: styles.strong }]
      : [
          body(answer.words),
          ...(counts ? [] : [small('zählt nicht, weil eine andere Antwort die Frage ausschließt')]),
        ]
  return { cells: [[body(text), small(source)], given, answer === null ? [body('–')] : byWhom(answer)] }
}

import type { FileProblem } from '../../rulebook/file-problem.js'

/** Problems as the command line tells them: file, JSON pointer, what to do. */
export const FileProblems = ({ problems }: { readonly problems: readonly FileProblem[] }) => (
  <ul class="maengel">
    {problems.map(({ file, pointer, message }) => (
      <li key={`${file}:${pointer}:${message}`}>
        <code>
          {file}:{pointer}:
        </code>{' '}
        {message}
      </li>
    ))}
  </ul>
)

import type { ComponentChildren } from 'preact'

interface DataTableProps {
  readonly caption: string
  readonly columns: readonly string[]
  /** Each row in the order of the columns; its first cell names the row. */
  readonly rows: readonly { readonly key: string; readonly cells: readonly ComponentChildren[] }[]
}

/** Scrolls inside itself where it is too wide, and is reachable by keyboard for that reason; on a phone a row is a block. */
export const DataTable = ({ caption, columns, rows }: DataTableProps) => (
  <div class="kern-table-responsive" role="region" aria-label={caption} tabIndex={0}>
    <table class="kern-table kern-table--small">
      <caption class="kern-sr-only">{caption}</caption>
      <thead class="kern-table__head">
        <tr class="kern-table__row">
          {columns.map((column) => (
            <th class="kern-table__header" scope="col" key={column}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="kern-table__body">
        {rows.map(({ key, cells: [head, ...others] }) => (
          <tr class="kern-table__row" key={key}>
            <th class="kern-table__header" scope="row">
              {head}
            </th>
            {others.map((cell, index) => (
              <td class="kern-table__cell" key={columns[index + 1]} data-spalte={columns[index + 1]}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)

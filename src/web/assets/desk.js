/* Starts what a page needs; a page without these parts needs nothing. */
import { watchFocus } from './focus.js'
import { watchKeys } from './keys.js'
import { watchSaving } from './saving.js'
import { keepRows } from './rows.js'
import { filterServices } from './services.js'
import { watchFiles } from './files.js'
import { watchTrial } from './trial.js'

const checklist = document.querySelector('#checkliste')
if (checklist && window.htmx) {
  document.documentElement.dataset.live = ''
  watchSaving()
  keepRows()
  watchFocus()
  watchKeys()
  watchFiles()
}
if (document.querySelector('#probelauf') && window.htmx) watchTrial()
filterServices()

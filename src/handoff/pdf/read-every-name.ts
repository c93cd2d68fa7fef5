import { PDFName } from 'pdf-lib'

/*
 * Imported by whoever has the library parse a file. It knows `#4A` but not `#4a` for a letter, so a key could hide from
 * whoever asks it for `JS`. Here and not where names are compared: the library compares them too, and its parsers of
 * object streams are made where nobody can hand in another.
 */
const named = PDFName.of
PDFName.of = (name) => named(name.replaceAll(/#[0-9a-f]{2}/gi, (letter) => letter.toUpperCase()))

import { migration } from '../../platform/migration.js'

/**
 * Who looks for Łukasz Müller types lukasz, muller or mueller. `plain_letters` takes the marks off and the letters
 * for which few have a key; `search_form` writes ä, ö, ü, å and ø as two letters before, as the search form of
 * DIN 91379 does. A case keeps both of its name, because working them out for all cases of an office takes long.
 */
export const nameSearch = migration(
  12,
  'nameSearch',
  String.raw`
  create function plain_letters(name text) returns text language sql immutable strict parallel safe
    return replace(replace(replace(replace(replace(lower(translate(
      regexp_replace(normalize(name, nfd), '[\u0300-\u036f]', '', 'g'),
      'ðđħıĸŀłŉŋøŧƈəɨʒǥÐĐĦĿŁŊØŦƇƏƗƷǤẞÆŒÞĲ',
      'ddhikllnnotceizgddhllnotceizgßæœþĳ'
    )), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'), 'ĳ', 'ij');
  create function search_form(name text) returns text language sql immutable strict parallel safe
    return plain_letters(replace(replace(regexp_replace(regexp_replace(normalize(name, nfd),
      '([aou])([\u0300-\u036f]*)\u0308', '\1e', 'gi'), '(a)([\u0300-\u036f]*)\u030a', '\1a', 'gi'),
      'ø', 'oe'), 'Ø', 'oe'));
  alter table case_file add column name_forms text
    generated always as (plain_letters(applicant) || ' ' || search_form(applicant)) stored;
  `,
)

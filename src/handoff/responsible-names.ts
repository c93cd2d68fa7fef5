import type { CaseFile } from '../casework/case-file.js'
import type { OfficeDirectory } from '../cooperation/office-directory.store.js'
import type { Named, Office } from './package-contents.js'

/** Who a case belongs to, by name and address as they are today. @throws Error if one of them is gone */
export async function responsibleNames(
  directory: OfficeDirectory,
  { id, authorityId, departmentId, officeId }: CaseFile,
): Promise<{ readonly authority: Named; readonly department: Named; readonly office: Office }> {
  const [authority, department, office] = await Promise.all([
    directory.authorityOf(authorityId),
    directory.departmentOf(departmentId),
    directory.officeOf(officeId),
  ])
  if (authority === null || department === null || office === null)
    throw new Error(`case file ${id} belongs to an authority, department or office that is gone`)
  return {
    authority: { id: authority.id, name: authority.name },
    department: { id: department.id, name: department.name },
    office: { id: office.id, name: office.name, address: office.address },
  }
}

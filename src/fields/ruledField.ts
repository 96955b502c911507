import { fieldAccessOf, type RuledFieldName } from '../access/accessOf'
import { forbidDeniedWrite } from '../hooks/forbidDeniedWrite'

/** What makes a field obey the table of roles: `users.role`. A write that it denies is refused, not dropped. */
export function ruledField(name: RuledFieldName) {
  return { access: fieldAccessOf(name), hooks: { beforeValidate: [forbidDeniedWrite] } }
}

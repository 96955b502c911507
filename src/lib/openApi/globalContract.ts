import type { SanitizedConfig } from 'payload'
import { z } from 'zod'
import type { globalEndpoints } from '../../access/rolesTable'
import type { DoorContract } from '../doorContract'
import { documentChanges } from './documentBodies'
import { labelOf } from './labelOf'
import { depthQuery, permissionsOut } from './payloadSchemas'

type Global = SanitizedConfig['globals'][number]
type Documented = Exclude<keyof typeof globalEndpoints, `${string}/versions${string}`>

/** What one of Payload's endpoints of every global takes and gives. */
export function globalContract(global: Global, name: string): DoorContract | undefined {
  const made: Partial<Record<string, DoorContract>> = contractsOf(global)
  return made[name]
}

function contractsOf(global: Global): Record<Documented, DoorContract> {
  const doc = z.unknown().meta({ collection: global.slug })
  const called = (language: 'de' | 'en') => labelOf(global.label, language) ?? global.slug
  const title = (de: string, en: string) => ({ de: `${called('de')}: ${de}`, en: `${called('en')}: ${en}` })
  return {
    'GET /': { title: title('lesen', 'read'), query: depthQuery, output: doc },
    'POST /': {
      title: title('ändern', 'change'),
      query: depthQuery,
      body: documentChanges(global),
      output: z.object({ message: z.string(), result: doc }),
      refuses: { 400: ['invalid'], 403: ['fieldForbidden'], 422: ['problem'], 423: ['invalid'] },
    },
    'POST /access': { title: title('was man darf', 'what one may do'), output: permissionsOut },
  }
}

import type { SanitizedConfig } from 'payload'
import { contractOf } from '../defineEndpoint'
import type { DoorContract } from '../doorContract'
import type { Door } from '../doors'
import { collectionContract } from './collectionContract'
import { globalContract } from './globalContract'
import { isPayloadDoor, payloadContracts } from './payloadContracts'

/**
 * What a door takes and gives: its own contract; of Payload's, what is written down here. A door that is neither must not
 * go undocumented.
 */
export function contractOfDoor(config: SanitizedConfig, door: Door): DoorContract {
  const { name, list, index, of } = door
  const own = contractOf(list[index])
  if (own) return own
  if (isPayloadDoor(name)) return payloadContracts[name]
  const contract = of?.kind === 'globals' ? ofGlobal(config, of) : of && ofCollection(config, of)
  if (!contract) throw new Error(`The documentation of the API knows nothing of ${name}.`)
  return contract
}

type Of = NonNullable<Door['of']>

function ofCollection({ collections }: SanitizedConfig, { slug, name }: Of): DoorContract | undefined {
  const collection = collections.find((one) => one.slug === slug)
  return collection && collectionContract(collection, name)
}

function ofGlobal({ globals }: SanitizedConfig, { slug, name }: Of): DoorContract | undefined {
  const global = globals.find((one) => one.slug === slug)
  return global && globalContract(global, name)
}

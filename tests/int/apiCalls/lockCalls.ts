import { changingCalls, readingCalls, removingCalls } from './documentCalls'
import { type ApiCalls, anyId, type World } from './world'

const collection = 'payload-locked-documents'

/** The panel notes who edits a case; nobody does over REST. */
async function lockCase(world: World): Promise<void> {
  const { portal, admin } = world
  await portal.payload.create({
    collection,
    data: {
      document: { relationTo: 'cases', value: await anyId(world, 'cases') },
      user: { relationTo: 'users', value: admin.user.id },
    },
  })
}

/** Who is editing which document. */
export const lockCalls: ApiCalls = Object.fromEntries(
  Object.entries({
    ...readingCalls(collection),
    ...changingCalls(collection, {}),
    ...removingCalls(collection),
  }).map(([name, call]) => [
    name,
    async (world: World) => {
      await lockCase(world)
      return call(world)
    },
  ]),
)

import type { CollectionSlug } from 'payload'
import { documentPages } from '../../store/documentPages'
import { type CarriedDocuments, carriedDocuments } from '../../store/mongo/carriedDocuments'
import { isDuplicateKey } from '../../store/mongo/isDuplicateKey'
import { carriedCollections, type Transfer } from './carried'
import { TransferFailure } from './transferFailure'

/** Puts every document of one database into the other, from where an earlier run was cut off. Throws `TransferFailure`. */
export async function carryDocuments(transfer: Transfer): Promise<void> {
  const { from, to } = transfer
  const target = carriedDocuments(to)
  for (const slug of carriedCollections(from)) await carryCollection({ ...transfer, target, slug })
  for (const { slug } of from.config.globals) {
    const document = await from.db.findGlobal<Record<string, unknown>>({ slug })
    if (document.id) await target.replaceGlobal({ slug, document })
  }
}

type Carrying = Transfer & { target: CarriedDocuments; slug: CollectionSlug }

async function carryCollection({ from, target, slug, say }: Carrying): Promise<void> {
  const { totalDocs: total } = await from.db.count({ collection: slug, where: {} })
  const after = await target.resume(slug)
  let done = await target.count(slug)
  for await (const documents of documentPages({ payload: from, slug, after })) {
    await target.insert({ slug, documents }).catch((error: unknown) => {
      throw isDuplicateKey(error) ? somebodyElse(slug) : error
    })
    done += documents.length
    say({ step: 'carried', collection: slug, done, total })
  }
}

function somebodyElse(slug: CollectionSlug): TransferFailure {
  return new TransferFailure(
    `Somebody else has written into ${slug} of the target meanwhile. End the other transfer or portal that runs on it, ` +
      'and run this again.',
  )
}

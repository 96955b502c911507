import { mongooseAdapter } from '@payloadcms/db-mongodb'
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import type { DatabaseAdapterObj } from 'payload'
import { sortFields } from '../domain/cases/caseSearch'
import { globOperators } from './sqlite/globOperators'

type Migrations = NonNullable<Parameters<typeof sqliteAdapter>[0]['prodMigrations']>

/**
 * The database of a URI: `file:…` is the embedded one, `mongodb://…` MongoDB. Lists sort and search the same on both:
 * names by their sort keys, texts whatever their case.
 */
export function portalDatabase({
  uri,
  migrations,
  migrationDir,
}: {
  uri: string
  migrations: Migrations
  migrationDir: string
}): DatabaseAdapterObj {
  const database = uri.startsWith('file:') ? embedded({ uri, migrations, migrationDir }) : mongo(uri)
  return { ...database, init: (args) => sortingNames(database.init(args)) } as DatabaseAdapterObj
}

function embedded({
  uri,
  migrations,
  migrationDir,
}: {
  uri: string
  migrations: Migrations
  migrationDir: string
}) {
  const database = sqliteAdapter({
    client: { url: uri },
    // In order of time, so that new rows lie together; see docs/decisions/010.
    idType: 'uuidv7',
    busyTimeout: 5_000,
    migrationDir,
    prodMigrations: migrations,
    push: false,
    wal: true,
    // Payload's transactions lock the embedded database against itself; the store's bulk writes have their own.
    transactionOptions: false,
  })
  return {
    ...database,
    init: (args: Parameters<typeof database.init>[0]) => {
      const adapter = database.init(args)
      Object.assign(adapter.operators, globOperators)
      return adapter
    },
  }
}

function mongo(uri: string) {
  return mongooseAdapter({ url: uri, ensureIndexes: true })
}

type Sort = string | string[] | undefined

/** Sorts cases by the stored keys of their names instead of the names. */
function sortingNames<Adapter extends ReturnType<DatabaseAdapterObj['init']>>(adapter: Adapter): Adapter {
  const find = adapter.find.bind(adapter)
  return Object.assign(adapter, {
    find: ((args) =>
      find(args.collection === 'cases' ? { ...args, sort: byKeys(args.sort) } : args)) as typeof adapter.find,
  })
}

function byKeys(sort: Sort): Sort {
  if (sort === undefined) return sort
  return (Array.isArray(sort) ? sort : sort.split(',')).map((part) => {
    const [direction, field] = part.startsWith('-') ? ['-', part.slice(1)] : ['', part]
    return (
      direction + (Object.hasOwn(sortFields, field) ? sortFields[field as keyof typeof sortFields] : field)
    )
  })
}

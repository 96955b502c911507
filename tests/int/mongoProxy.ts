import { createConnection, createServer, type Server, type Socket } from 'node:net'

/** A way to the MongoDB server that a test can cut and mend, as a cable or a restart would. */
export type MongoProxy = {
  uri: string
  /** Drops every connection, and takes no new one until `mend`; returns how many were dropped. */
  cut(): number
  mend(): void
  stop(): Promise<void>
}

/**
 * Stands between the portal and the server of `uri`. `hideReplicaSet` makes the server look like a standalone one: its
 * greeting loses the name of the replica set.
 */
export async function startMongoProxy({
  uri,
  hideReplicaSet = false,
}: {
  uri: string
  hideReplicaSet?: boolean
}): Promise<MongoProxy> {
  const target = new URL(uri)
  const sockets = new Set<Socket>()
  let isCut = false
  const server = createServer((client) => {
    if (isCut) return client.destroy()
    const upstream = createConnection(Number(target.port || 27_017), target.hostname)
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.setNoDelay(true)
      socket.on('error', () => socket.destroy())
      socket.on('close', () => {
        sockets.delete(socket)
        client.destroy()
        upstream.destroy()
      })
    }
    client.pipe(upstream)
    upstream.on('data', (chunk) => client.write(hideReplicaSet ? withoutSetName(chunk) : chunk))
  })
  const address = new URL(uri)
  address.host = `127.0.0.1:${await listen(server)}`
  if (hideReplicaSet) address.searchParams.delete('replicaSet')
  return {
    uri: address.toString(),
    cut: () => {
      isCut = true
      const dropped = sockets.size / 2
      for (const socket of sockets) socket.destroy()
      return dropped
    },
    mend: () => {
      isCut = false
    },
    stop: () => {
      for (const socket of sockets) socket.destroy()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })
}

/** The same length, so that the message stays whole. */
function withoutSetName(chunk: Buffer): Buffer {
  return Buffer.from(chunk.toString('latin1').replaceAll('setName\0', 'setNone\0'), 'latin1')
}

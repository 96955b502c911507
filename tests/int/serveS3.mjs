import { rm } from 'node:fs/promises'
import { createRequire } from 'node:module'

/** An S3 server in a process of its own, with the buckets it is told; run by s3Server.ts. It checks signatures. */
const require = createRequire(import.meta.url)
const [directory, port, ...buckets] = process.argv.slice(2)

// The client asks for a bucket as `/name/`, and signs that; the server would check the signature of `/name`.
const path = require.resolve('@20minutes/s3rver/lib/middleware/authentication')
const authentication = require(path)
require.cache[path].exports = () => {
  const check = authentication()
  return (ctx, next) => {
    const { params } = ctx
    if (/^\/[^/]+\/$/.test(ctx.path)) ctx.params = { ...params, bucket: `${params.bucket}/` }
    return check(ctx, () => {
      ctx.params = params
      return next()
    })
  }
}

const S3rver = require('@20minutes/s3rver')
const server = new S3rver({
  address: '127.0.0.1',
  port: Number(port),
  directory,
  silent: true,
  vhostBuckets: false,
  configureBuckets: buckets.map((name) => ({ name, configs: [] })),
})
// It would remove folders that have become empty, also when somebody is just about to write into them.
server.store.deleteObject = async (bucket, key) => {
  const kept = ['object', 'object.md5', 'metadata.json']
  await Promise.all(kept.map((part) => rm(server.store.getResourcePath(bucket, key, part), { force: true })))
}
const { port: taken } = await server.run()
process.send?.(taken)
// Whoever started it is gone.
process.on('disconnect', () => process.exit())

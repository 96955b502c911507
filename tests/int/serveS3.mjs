import S3rver from '@20minutes/s3rver'

/** An S3 server in a process of its own, with the buckets it is told; run by s3Server.ts. It checks signatures. */
const [directory, port, ...buckets] = process.argv.slice(2)
const server = new S3rver({
  address: '127.0.0.1',
  port: Number(port),
  directory,
  silent: true,
  vhostBuckets: false,
  configureBuckets: buckets.map((name) => ({ name, configs: [] })),
})
const { port: taken } = await server.run()
process.send?.(taken)

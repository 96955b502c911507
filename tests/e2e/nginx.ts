import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { IncomingHttpHeaders } from 'node:http'
import { request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from './freePort'

const program = '/usr/sbin/nginx'

export const hasNginx = existsSync(program)

export type NginxAnswer = {
  status: number
  headers: IncomingHttpHeaders
  /** Names and values as they came, one after the other. */
  rawHeaders: string[]
  body: Buffer
}

type Call = {
  method?: string
  headers?: Record<string, string>
  body?: Buffer | string
  /** Whom the proxy sees: 127.0.0.2, …: each is an address of its own on this machine. */
  from?: string
}

/** nginx with deploy/nginx.conf in front of the web nodes on some ports; only ports, folders and the certificate are others. */
export type Nginx = {
  ask(path: string, call?: Call): Promise<NginxAnswer>
  log(): string
  stop(): Promise<void>
}

export async function startNginx(portalPorts: readonly string[]): Promise<Nginx> {
  const folder = mkdtempSync(join(tmpdir(), 'portal-nginx-'))
  chmodSync(folder, 0o755)
  const port = await freePort()
  makeCertificate(folder)
  writeFileSync(join(folder, 'site.conf'), siteOf({ folder, port, plainPort: await freePort(), portalPorts }))
  writeFileSync(join(folder, 'nginx.conf'), mainOf(folder))
  execFileSync(program, ['-t', '-q', '-p', folder, '-c', join(folder, 'nginx.conf')])
  const server = spawn(program, ['-p', folder, '-c', join(folder, 'nginx.conf')], { stdio: 'inherit' })
  await untilAnswering(port, server)
  return {
    ask: (path, call = {}) => ask(port, path, call),
    log: () => readFileSync(join(folder, 'portal.log'), 'utf8'),
    stop: async () => {
      const ended = new Promise((resolve) => server.once('exit', resolve))
      server.kill('SIGQUIT')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function makeCertificate(folder: string): void {
  const files = ['-keyout', join(folder, 'privkey.pem'), '-out', join(folder, 'fullchain.pem')]
  const subject = ['-subj', '/CN=portal.example.org', '-days', '2']
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', ...subject, ...files], {
    stdio: 'ignore',
  })
}

type Site = { folder: string; port: string; plainPort: string; portalPorts: readonly string[] }

function siteOf({ folder, port, plainPort, portalPorts }: Site): string {
  const text = readFileSync(fileURLToPath(new URL('../../deploy/nginx.conf', import.meta.url)), 'utf8')
  const changes: [RegExp, string][] = [
    [/listen \[::\]:\d+( ssl)?;\n/g, ''],
    [/listen 443 ssl;/, `listen 127.0.0.1:${port} ssl;`],
    [/listen 80;/, `listen 127.0.0.1:${plainPort};`],
    [/server 127\.0\.0\.1:3000;/, portalPorts.map((one) => `server 127.0.0.1:${one};`).join(' ')],
    [/\/etc\/ssl\/portal/g, folder],
    [/\/var\/log\/nginx/g, folder],
  ]
  return changes.reduce((site, [from, to]) => {
    if (!from.test(site)) throw new Error(`deploy/nginx.conf has no ${from}.`)
    return site.replace(from, to)
  }, text)
}

function mainOf(folder: string): string {
  for (const name of ['body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']) mkdirSync(join(folder, name))
  return `daemon off; worker_processes 1; pid ${folder}/pid; error_log ${folder}/error.log;
events { worker_connections 1024; }
http {
  default_type application/octet-stream;
  client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi; uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi;
  include ${folder}/site.conf;
}`
}

function ask(
  port: string,
  path: string,
  { method = 'GET', headers = {}, body, from }: Call,
): Promise<NginxAnswer> {
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        host: '127.0.0.1',
        port,
        path,
        method,
        localAddress: from,
        servername: 'portal.example.org',
        rejectUnauthorized: false,
        headers: {
          host: 'portal.example.org',
          ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
          ...headers,
        },
      },
      (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('error', reject)
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            rawHeaders: answer.rawHeaders,
            body: Buffer.concat(chunks),
          }),
        )
      },
    )
    asked.on('error', reject)
    asked.end(body)
  })
}

async function untilAnswering(port: string, server: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 100 && server.exitCode === null; attempt += 1) {
    const isUp = await ask(port, '/api/health', {}).then(
      () => true,
      () => false,
    )
    if (isUp) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`nginx did not start (exit code ${server.exitCode}).`)
}

/** nginx and Caddy from Debian, serving a folder by the recipes' own text. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { programPath } from './programs'

/** A server that runs until it is closed. */
export interface WebServer {
  close: () => Promise<void>
}

/** Returns the recipe in a language of the page of recipes. Throws if there is not exactly one. */
function recipe(language: string): string {
  const page = readFileSync('src/check-host/README.md', 'utf8')
  const [found, ...more] = [...page.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))]
  if (found?.[1] === undefined || more.length > 0) throw new Error(`not one recipe for ${language}`)
  return found[1]
}

/** Puts this machine's values in the place of the recipe's. Throws for one that the recipe does not hold. */
function filledIn(text: string, places: { readonly [written: string]: string }): string {
  return Object.entries(places).reduce((filled, [written, here]) => {
    if (filled.split(written).length !== 2) throw new Error(`the recipe does not hold once: ${written}`)
    return filled.replace(written, here)
  }, text)
}

/** Serves a folder by nginx. */
export function startNginx(folder: string, port: number): Promise<WebServer> {
  const server = filledIn(recipe('nginx'), {
    'listen 80;': `listen 127.0.0.1:${port};`,
    'root /srv/yulan;': `root ${folder};`,
  })
  const own = mkdtempSync(join(tmpdir(), 'yulan-nginx-'))
  // Started by root, nginx would read the folder as a user who may not.
  const user = process.getuid?.() === 0 ? 'user root;' : ''
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${own}/${name};`,
  )
  const http = `http { access_log off; ${temporary.join(' ')}\n${server}}`
  writeFileSync(join(own, 'nginx.conf'), `${user} pid ${own}/pid; error_log ${own}/log; events {}\n${http}\n`)
  const program = programPath(['nginx'], 'nginx-light')
  return started(spawn(program, ['-p', own, '-c', join(own, 'nginx.conf'), '-g', 'daemon off;']), port, own)
}

/** Serves a folder by Caddy. */
export function startCaddy(folder: string, port: number): Promise<WebServer> {
  const site = filledIn(recipe('caddy'), {
    'map.example.org {': `http://127.0.0.1:${port} {`,
    'root * /srv/yulan': `root * ${folder}`,
  })
  const own = mkdtempSync(join(tmpdir(), 'yulan-caddy-'))
  writeFileSync(join(own, 'Caddyfile'), `{\n    admin off\n}\n${site}`)
  const program = programPath(['caddy'], 'caddy')
  const env = { ...process.env, HOME: own, XDG_DATA_HOME: own, XDG_CONFIG_HOME: own }
  return started(
    spawn(program, ['run', '--adapter', 'caddyfile', '--config', join(own, 'Caddyfile')], { env }),
    port,
    own,
  )
}

/** Waits until a server answers. Rejects with what it said if it ends first. */
async function started(server: ChildProcess, port: number, folder: string): Promise<WebServer> {
  let said = ''
  for (const stream of [server.stdout, server.stderr])
    stream?.on('data', (part: Buffer) => {
      said += part
    })
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  const close = async () => {
    server.kill('SIGTERM')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  for (let count = 0; count < 100; count += 1) {
    if (server.exitCode !== null) throw new Error(`the server ended with ${server.exitCode}: ${said}`)
    const answers = await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined)
    if (answers) return { close }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  await close()
  throw new Error(`the server does not answer: ${said}`)
}

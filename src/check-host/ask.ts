/** Asks a host as a browser would, but shows the answer as it came: nothing unpacked, no redirect followed unseen. */
import { type IncomingMessage, request as requestPlain } from 'node:http'
import { request as requestSecure } from 'node:https'
import type { Reply } from './reply'

/** How to ask. */
export interface AskOptions {
  method?: 'GET' | 'HEAD'
  headers?: { readonly [name: string]: string }
  /** After how much of the body to stop listening; all of it unless given. */
  mostBytes?: number
}

const timeoutMilliseconds = 20_000
const mostRedirects = 5

/** Returns the answer of an address after its redirects. Rejects if the host cannot be reached. */
export async function ask(address: string, options: AskOptions = {}): Promise<Reply> {
  let at = address
  for (let count = 0; ; count += 1) {
    const reply = await askOnce(at, options)
    const target = reply.status >= 300 && reply.status < 400 ? reply.headers.location : undefined
    if (target === undefined || count === mostRedirects) return { ...reply, isRedirected: count > 0 }
    at = new URL(target, at).href
  }
}

function askOnce(address: string, { method = 'GET', headers = {}, mostBytes = Infinity }: AskOptions): Promise<Reply> {
  const request = address.startsWith('https:') ? requestSecure : requestPlain
  const sent = { 'Accept-Encoding': 'identity', 'User-Agent': 'yulan-check-host', ...headers }
  return new Promise((resolve, reject) => {
    const asked = request(address, { method, headers: sent }, (response) => {
      bodyOf(response, mostBytes).then((body) => resolve(replyOf(address, response, body)), reject)
    })
    asked.setTimeout(timeoutMilliseconds, () => asked.destroy(new Error(`${address}: no answer`)))
    asked.on('error', reject)
    asked.end()
  })
}

async function bodyOf(response: IncomingMessage, mostBytes: number): Promise<Buffer> {
  const parts: Buffer[] = []
  let bytes = 0
  for await (const part of response as AsyncIterable<Buffer>) {
    parts.push(part)
    bytes += part.length
    // Leaving the loop closes the connection.
    if (bytes > mostBytes) break
  }
  return Buffer.concat(parts)
}

const replyOf = (address: string, { statusCode = 0, headers }: IncomingMessage, body: Buffer): Reply => ({
  address,
  status: statusCode,
  headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value].flat().join(', ')])),
  body,
  isRedirected: false,
})

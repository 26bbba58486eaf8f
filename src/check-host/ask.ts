/** Asks a host as a browser would, but shows the answer as it came: nothing unpacked, no redirect followed unseen. */
import { request as requestPlain } from 'node:http'
import { request as requestSecure } from 'node:https'
import type { Reply } from './reply'

/** How to ask. */
export interface Question {
  method?: 'GET' | 'HEAD'
  headers?: { readonly [name: string]: string }
}

const timeoutMilliseconds = 20_000
const mostRedirects = 5

/** Returns the answer of an address after its redirects. Rejects if the host cannot be reached. */
export async function ask(address: string, question: Question = {}): Promise<Reply> {
  let at = address
  for (let count = 0; ; count += 1) {
    const reply = await askOnce(at, question)
    const target = reply.status >= 300 && reply.status < 400 ? reply.headers.location : undefined
    if (target === undefined || count === mostRedirects) return { ...reply, isRedirected: count > 0 }
    at = new URL(target, at).href
  }
}

function askOnce(address: string, { method = 'GET', headers = {} }: Question): Promise<Reply> {
  const request = address.startsWith('https:') ? requestSecure : requestPlain
  return new Promise((resolve, reject) => {
    const asked = request(
      address,
      { method, headers: { 'Accept-Encoding': 'identity', 'User-Agent': 'yulan-check-host', ...headers } },
      (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('error', reject)
        response.on('end', () =>
          resolve({
            address,
            status: response.statusCode ?? 0,
            headers: Object.fromEntries(
              Object.entries(response.headers).map(([name, value]) => [name, [value].flat().join(', ')]),
            ),
            body: Buffer.concat(parts),
            isRedirected: false,
          }),
        )
      },
    )
    asked.setTimeout(timeoutMilliseconds, () => asked.destroy(new Error(`${address}: no answer`)))
    asked.on('error', reject)
    asked.end()
  })
}

/**
 * Tile archives for the engine. The embedded ones are fetched whole, so they need no byte ranges of host or service
 * worker; an owner's large one is read by ranges, and a host without them is told apart from a missing file.
 */
import { FetchSource, PMTiles, type Protocol, type RangeResponse, type Source } from 'pmtiles'

/** Why an archive cannot be read: not found, a host without byte ranges, or another kind of file. */
export type ArchiveFault = 'missing' | 'noRanges' | 'notAnArchive'

/**
 * An error of an archive; its message holds the fault and the address, because the engine passes on only the message.
 */
export class ArchiveError extends Error {
  constructor(
    readonly fault: ArchiveFault,
    readonly address: string,
  ) {
    super(`${fault}: ${address}`)
  }
}

/** One request for the whole archive, however many parts are asked for; under way before the first is. */
class WholeFileSource implements Source {
  readonly #file: Promise<ArrayBuffer>
  constructor(readonly address: string) {
    this.#file = this.#fetch()
    // A failure is reported to the request for a part.
    this.#file.catch(() => undefined)
  }
  getKey = () => this.address
  async getBytes(offset: number, length: number): Promise<RangeResponse> {
    const file = await this.#file
    return { data: file.slice(offset, offset + length) }
  }
  async #fetch(): Promise<ArrayBuffer> {
    const response = await fetch(this.address)
    if (!response.ok) throw new ArchiveError('missing', this.address)
    const file = await response.arrayBuffer()
    if (!isArchive(file)) throw new ArchiveError('notAnArchive', this.address)
    return file
  }
}

/** By ranges, with the library's own words turned into what went wrong. */
class RangeSource implements Source {
  readonly #inner: FetchSource
  constructor(readonly address: string) {
    this.#inner = new FetchSource(address)
  }
  getKey = () => this.address
  async getBytes(offset: number, length: number, signal?: AbortSignal, etag?: string): Promise<RangeResponse> {
    try {
      const answer = await this.#inner.getBytes(offset, length, signal, etag)
      if (offset === 0 && !isArchive(answer.data)) throw new ArchiveError('notAnArchive', this.address)
      return answer
    } catch (error) {
      if (signal?.aborted || error instanceof ArchiveError) throw error
      if (/byte serving/i.test(String(error)))
        throw new ArchiveError((await this.#startsLikeAnArchive()) ? 'noRanges' : 'notAnArchive', this.address)
      if (/bad response code|failed to fetch|network/i.test(String(error)))
        throw new ArchiveError('missing', this.address)
      throw error
    }
  }
  /** A server that answers a missing file with a page does not heed ranges either: the first bytes tell. */
  async #startsLikeAnArchive(): Promise<boolean> {
    const reader = (await fetch(this.address)).body?.getReader()
    const { value } = (await reader?.read()) ?? {}
    await reader?.cancel()
    return isArchive(value)
  }
}

const isArchive = (bytes: Uint8Array | ArrayBuffer | undefined) =>
  bytes !== undefined && new TextDecoder().decode(bytes.slice(0, 7)) === 'PMTiles'

/** Adds an archive to the protocol. Returns its address as a source of the style. */
export function openArchive(protocol: Protocol, address: string, whole: boolean): string {
  protocol.add(new PMTiles(whole ? new WholeFileSource(address) : new RangeSource(address)))
  return `pmtiles://${address}`
}

/** Returns the fault and address in the message of an `ArchiveError`; undefined for any other message. */
export function archiveFaultIn(text: string): { fault: ArchiveFault; address: string } | undefined {
  const [, fault, address] = /(missing|noRanges|notAnArchive): (\S+)/.exec(text) ?? []
  return fault && address ? { fault: fault as ArchiveFault, address } : undefined
}

/** Returns the message of an error event of the engine. */
export const faultText = ({ error }: { error?: { message?: string } }): string => String(error?.message ?? error)

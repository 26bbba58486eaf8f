/** Protocol buffers, as far as vector tiles of points need them. */

/** Bytes that grow as they are written. */
export class ByteWriter {
  private buffer = new Uint8Array(256)
  length = 0

  clear(): void {
    this.length = 0
  }

  /** Returns a copy of what was written. */
  bytes(): Uint8Array<ArrayBuffer> {
    return this.buffer.slice(0, this.length)
  }

  /** Writes a whole number of at least 0 under a field. */
  varint(field: number, value: number): void {
    this.byte(field)
    this.number(value)
  }

  /** Writes whole numbers as one packed field; each must be below 16,384. */
  packed(field: number, values: readonly number[]): void {
    this.byte(field)
    this.number(values.reduce((sum, value) => sum + (value < 128 ? 1 : 2), 0))
    for (const value of values) this.number(value)
  }

  text(field: number, value: string): void {
    const bytes = new TextEncoder().encode(value)
    this.byte(field)
    this.number(bytes.length)
    for (const byte of bytes) this.byte(byte)
  }

  /** Writes another message as a field of this one. */
  message(field: number, inner: ByteWriter): void {
    this.byte(field)
    this.number(inner.length)
    this.append(inner)
  }

  append(other: ByteWriter): void {
    this.room(other.length)
    this.buffer.set(other.buffer.subarray(0, other.length), this.length)
    this.length += other.length
  }

  private number(value: number): void {
    let rest = value
    for (; rest >= 128; rest = Math.floor(rest / 128)) this.byte((rest % 128) | 128)
    this.byte(rest)
  }

  private byte(value: number): void {
    this.room(1)
    this.buffer[this.length++] = value
  }

  private room(more: number): void {
    if (this.length + more <= this.buffer.length) return
    const larger = new Uint8Array(Math.max(this.buffer.length * 2, this.length + more))
    larger.set(this.buffer)
    this.buffer = larger
  }
}

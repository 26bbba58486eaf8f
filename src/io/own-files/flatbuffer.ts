/** Reads tables of FlatBuffers, as far as FlatGeobuf needs them. Pure; a wrong offset throws a RangeError. */

/** A table in a buffer, whose fields are numbered from 0. */
export class BufferTable {
  /** The table at an offset. */
  constructor(
    private readonly view: DataView,
    private readonly at: number,
  ) {}

  /** Returns the root table of a buffer. */
  static root(bytes: Uint8Array): BufferTable {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    return new BufferTable(view, view.getUint32(0, true))
  }

  /** Where a field is; 0 if it is absent. */
  private field(index: number): number {
    const vtable = this.at - this.view.getInt32(this.at, true)
    const entry = 4 + index * 2
    if (entry >= this.view.getUint16(vtable, true)) return 0
    const offset = this.view.getUint16(vtable + entry, true)
    return offset === 0 ? 0 : this.at + offset
  }

  private target(index: number): number {
    const field = this.field(index)
    return field === 0 ? 0 : field + this.view.getUint32(field, true)
  }

  /** Returns a number of a field by how it is stored. */
  number(index: number, kind: 'Uint8' | 'Uint16' | 'Int32', otherwise: number): number {
    const field = this.field(index)
    if (field === 0) return otherwise
    if (kind === 'Uint8') return this.view.getUint8(field)
    return kind === 'Uint16' ? this.view.getUint16(field, true) : this.view.getInt32(field, true)
  }

  /** Returns a 64-bit number of a field; 0 if it is absent. */
  long(index: number): number {
    const field = this.field(index)
    return field === 0 ? 0 : Number(this.view.getBigUint64(field, true))
  }

  /** Returns the text of a field; undefined if it is absent. */
  text(index: number): string | undefined {
    const bytes = this.bytes(index)
    return bytes && new TextDecoder().decode(bytes)
  }

  /** Returns the bytes of a field; undefined if it is absent. */
  bytes(index: number): Uint8Array | undefined {
    const list = this.list(index, 1)
    return list && new Uint8Array(this.view.buffer, this.view.byteOffset + list.start, list.length)
  }

  /** Returns the 64-bit floating-point numbers of a field. */
  doubles(index: number): number[] {
    const list = this.list(index, 8)
    return list ? Array.from({ length: list.length }, (_, at) => this.view.getFloat64(list.start + at * 8, true)) : []
  }

  /** Returns the 32-bit numbers of a field. */
  integers(index: number): number[] {
    const list = this.list(index, 4)
    return list ? Array.from({ length: list.length }, (_, at) => this.view.getUint32(list.start + at * 4, true)) : []
  }

  /** Returns the table of a field; undefined if it is absent. */
  table(index: number): BufferTable | undefined {
    const target = this.target(index)
    return target === 0 ? undefined : new BufferTable(this.view, target)
  }

  /** Returns the tables of a field. */
  tables(index: number): BufferTable[] {
    const list = this.list(index, 4)
    if (!list) return []
    return Array.from({ length: list.length }, (_, at) => {
      const entry = list.start + at * 4
      return new BufferTable(this.view, entry + this.view.getUint32(entry, true))
    })
  }

  private list(index: number, bytesEach: number): { start: number; length: number } | undefined {
    const target = this.target(index)
    if (target === 0) return undefined
    const length = this.view.getUint32(target, true)
    if (target + 4 + length * bytesEach > this.view.byteLength) throw new RangeError(`a list of ${length}`)
    return { start: target + 4, length }
  }
}

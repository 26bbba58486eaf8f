/** Writes Zstandard frames whose blocks are not compressed (RFC 8878): the platform has no writer. */

const largestBlock = 131_072

/** Returns a frame that holds bytes as they are. */
export function zstdStored(input: Uint8Array): Uint8Array {
  const blocks = Math.max(1, Math.ceil(input.length / largestBlock))
  const frame = new Uint8Array(9 + blocks * 3 + input.length)
  const view = new DataView(frame.buffer)
  view.setUint32(0, 0xfd2fb528, true)
  // One segment whose size follows in four bytes.
  view.setUint8(4, 0b1010_0000)
  view.setUint32(5, input.length, true)
  let at = 9
  for (let block = 0; block < blocks; block++) {
    const content = input.subarray(block * largestBlock, (block + 1) * largestBlock)
    const header = (block === blocks - 1 ? 1 : 0) | (content.length << 3)
    frame.set([header & 0xff, (header >> 8) & 0xff, header >> 16], at)
    frame.set(content, at + 3)
    at += 3 + content.length
  }
  return frame
}

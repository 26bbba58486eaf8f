const letters = 36
const length = 8

/** Returns an id for a briefing that is kept on the device. */
export const newBriefingId = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(length)), (byte) => (byte % letters).toString(letters)).join('')

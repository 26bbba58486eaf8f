/**
 * Returns whether a key belongs to an input method that is still at work: Enter, Escape and arrows choose among its
 * candidates. Safari ends the composition before it sends the key, and tells it by the key code alone.
 */
export const belongsToInputMethod = ({ isComposing, keyCode }: KeyboardEvent): boolean =>
  isComposing || keyCode === processedKeyCode

/** The code of every key an input method has taken. */
const processedKeyCode = 229

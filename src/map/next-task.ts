/** Returns a promise of the page's next task: what has come meanwhile, a key or a frame, has its turn first. */
export const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve))

const againMs = 3000;

/** Code that comes after the page; settles when it is there, however long the network is away. */
export async function fetched<T>(load: () => Promise<T>, failed?: () => void): Promise<T> {
  for (;;)
    try {
      return await load();
    } catch {
      failed?.();
      await new Promise((resolve) => setTimeout(resolve, againMs));
    }
}

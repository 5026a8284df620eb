/**
 * Answers callers that ask the same within one turn of the event loop with one
 * reading. A reading never begins before its callers have asked, so nobody gets
 * an answer that is older than the question.
 */
export function createTogether<K, V>(read: (key: K) => Promise<V>): (key: K) => Promise<V> {
  const waiting = new Map<K, Promise<V>>();
  const soon = async (key: K): Promise<V> => {
    await new Promise<void>((resolve) => setImmediate(resolve));
    waiting.delete(key);
    return read(key);
  };
  return (key) => {
    const answer = waiting.get(key) ?? soon(key);
    waiting.set(key, answer);
    return answer;
  };
}

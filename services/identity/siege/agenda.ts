type Entry<E> = { readonly atS: number; readonly event: E }

/** What happens when, the earliest first: a binary heap. */
export function createAgenda<E>() {
  const heap: Entry<E>[] = []
  const atOf = (index: number) => heap[index]?.atS ?? Number.POSITIVE_INFINITY
  function swap(one: number, other: number): void {
    const [a, b] = [heap[one], heap[other]]
    if (!a || !b) return
    heap[one] = b
    heap[other] = a
  }
  return {
    add(atS: number, event: E): void {
      let index = heap.push({ atS, event }) - 1
      for (let parent = (index - 1) >> 1; index > 0 && atOf(parent) > atS; parent = (index - 1) >> 1) {
        swap(index, parent)
        index = parent
      }
    },
    take(): Entry<E> | undefined {
      const first = heap[0]
      const last = heap.pop()
      if (!first || !last || heap.length === 0) return first
      heap[0] = last
      for (let index = 0; ; ) {
        const child = atOf(2 * index + 1) <= atOf(2 * index + 2) ? 2 * index + 1 : 2 * index + 2
        if (atOf(child) >= atOf(index)) return first
        swap(index, child)
        index = child
      }
    },
  }
}

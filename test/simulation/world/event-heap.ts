/** Something that happens at an instant of virtual time; of two at one instant, the one with the lower tie goes first. */
export interface HeapEvent {
  readonly atMs: number;
  readonly tie: number;
  readonly run: () => void;
}

/** Events by time, and at one instant by their ties. */
export interface EventHeap {
  readonly size: number;
  push(event: HeapEvent): void;
  peek(): HeapEvent | undefined;
  pop(): HeapEvent | undefined;
}

export function createEventHeap(): EventHeap {
  const heap: HeapEvent[] = [];
  return {
    get size() {
      return heap.length;
    },
    push(event) {
      heap.push(event);
      siftUp(heap, heap.length - 1, event);
    },
    peek: () => heap[0],
    pop() {
      const first = heap[0];
      const last = heap.pop();
      if (last !== undefined && heap.length > 0) siftDown(heap, last);
      return first;
    },
  };
}

function goesBefore(a: HeapEvent, b: HeapEvent): boolean {
  return a.atMs < b.atMs || (a.atMs === b.atMs && a.tie < b.tie);
}

function siftUp(heap: HeapEvent[], from: number, event: HeapEvent): void {
  let index = from;
  while (index > 0) {
    const above = (index - 1) >> 1;
    const parent = heap[above];
    if (parent === undefined || !goesBefore(event, parent)) break;
    heap[index] = parent;
    index = above;
  }
  heap[index] = event;
}

function siftDown(heap: HeapEvent[], event: HeapEvent): void {
  let index = 0;
  for (;;) {
    let below = 2 * index + 1;
    let child = heap[below];
    if (child === undefined) break;
    const other = heap[below + 1];
    if (other !== undefined && goesBefore(other, child)) {
      child = other;
      below += 1;
    }
    if (!goesBefore(child, event)) break;
    heap[index] = child;
    index = below;
  }
  heap[index] = event;
}

const dirty = new Set<object>()

/** Whether some form holds text that nobody has sent yet; a reload must wait then. */
export function isAnyFormDirty(): boolean {
  return dirty.size > 0
}

export function markDirty(form: object, isDirty: boolean): void {
  if (isDirty) dirty.add(form)
  else dirty.delete(form)
}

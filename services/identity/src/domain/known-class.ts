type Known = { readonly classId: string; readonly name: string }

/** G11: whether the city has this class. */
export function hasClass(city: { readonly classes: readonly Known[] } | undefined, classId: string): boolean {
  return city?.classes.some(each => each.classId === classId) === true
}

/** G11: the class of a file that says its id or, as the city writes it, its name. */
export function classNamed(classes: readonly Known[], word: string): string | undefined {
  return classes.find(({ classId, name }) => classId === word || name === word)?.classId
}

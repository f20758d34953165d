/**
 * Every text but what most residents read, Japanese of residents' areas: by file, in a chunk of its own, because each name in the
 * first script costs everybody bytes. Who reads another language waits for one more small file, beside the app.
 */
export const OTHER_FILES = import.meta.glob<{ readonly texts: Readonly<Record<string, string>> }>([
  './{ja-easy,en}/*.ts',
  './ja/{admin,emergency,factor,headcount,holds,invitation,kiosk,permit,point-desk,report,spare,staff,staff-problems}.ts',
])

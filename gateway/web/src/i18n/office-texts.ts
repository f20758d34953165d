/** Texts of the areas that only staff, admins and the board of a hall load, by file: their names would cost each resident bytes. */
export const OFFICE_FILES = import.meta.glob<{ readonly texts: Readonly<Record<string, string>> }>(
  './*/{admin,factor,invitation,kiosk,point-desk,report,staff,staff-problems}.ts',
)

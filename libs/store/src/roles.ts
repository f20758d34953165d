// Roles belong to the whole server and schemas to one database, so the database's name is part of a role's.

/** Who works in the schema: reads and writes rows. */
export function appRole(database: string, service: string): string {
  return `${database}_${service}`
}

/** Whose the schema and its tables are; nobody logs in as it. */
export function ownerRole(database: string, service: string): string {
  return `${database}_${service}_owner`
}

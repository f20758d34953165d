/** M5: how long a confirmation mail can be answered. */
export const CONFIRM_SECONDS = 24 * 3_600

/** How long an invitation to a team can be taken: over a weekend. */
export const INVITATION_SECONDS = 72 * 3_600

/** M9 */
export const CODE_SECONDS = 180
export const CODE_TRIES = 5
/** A20: mails with a code for one person within any hour. */
export const CODES_PER_HOUR = 5

/** M9: a code to a new address; a carrier may be slow to accept what it has never seen. */
export const MAIL_CODE_SECONDS = 30 * 60

/** D23: long enough to log in the evening before and be ready at 07:00. */
export const SESSION_IDLE_SECONDS = 12 * 3_600
/** D23: of who works for a city or runs the installation; somebody else may sit down at an empty desk. */
export const STAFF_IDLE_SECONDS = 30 * 60
/** V9: how long a second factor counts for what asks for a fresh one. */
export const FRESH_SECONDS = 10 * 60
/** M9 */
export const RECOVERY_CODES = 10
/** M6, D23: of a resident who asked to stay logged in; over a weekend and a holiday, to be ready at 07:00. */
export const STAYING_IDLE_SECONDS = 14 * 86_400
export const SESSION_SECONDS = 30 * 86_400
/** A session's idle time is written at most this often, so that reading pages is not writing rows. */
export const SESSION_TOUCH_SECONDS = 60

/** A number of attempts within a window that starts with the first of them. */
export type Budget = { readonly most: number; readonly seconds: number }

/** A8: one network may hold a school class that registers together, not a robot. */
export const REGISTRATIONS_PER_SOURCE: Budget = { most: 100, seconds: 3_600 }
/** A stranger's mailbox is not to be filled, and filling it must not keep its owner from registering elsewhere. */
export const REGISTRATIONS_PER_MAIL_AND_SOURCE: Budget = { most: 5, seconds: 3_600 }
export const REGISTRATIONS_PER_MAIL: Budget = { most: 20, seconds: 3_600 }

/** So many wrong passwords at once, and afterwards one more every so many seconds. */
export type Pace = { readonly burst: number; readonly everySeconds: number }

/**
 * V3, D24: wrong passwords, as docs/login-budgets.md computes them. A device that is known to the account has a pace of its own, which
 * nobody else can use up. Others share that of the account within their network, and their network's; both slow down where
 * many others fail, and none closes.
 */
export const WRONG_PER_DEVICE: Pace = { burst: 10, everySeconds: 90 }
export const WRONG_PER_ACCOUNT_AND_SOURCE: Pace = { burst: 10, everySeconds: 90 }
export const WRONG_PER_ACCOUNT_AND_SOURCE_WHEN_BESET: Pace = { burst: 3, everySeconds: 3_600 }
export const WRONG_PER_SOURCE: Pace = { burst: 100, everySeconds: 9 }
export const WRONG_PER_SOURCE_WHEN_HOT: Pace = { burst: 30, everySeconds: 60 }
/** An account is beset, a town hot, while this many have failed from unknown devices anywhere. */
export const WRONG_PER_ACCOUNT: Pace = { burst: 100, everySeconds: 900 }
export const WRONG_IN_TOWN: Pace = { burst: 1_000, everySeconds: 1 }
/** Somebody who gets in gives the network a try more, once an hour: a carrier's network earns what its many customers mistype. */
export const EARNED_PER_ACCOUNT_AND_SOURCE: Budget = { most: 1, seconds: 3_600 }

/** V3: how long a device is known after a login with it, and how many one person has. */
export const DEVICE_SECONDS = 180 * 86_400
export const MOST_DEVICES = 20

/** S9, D25: how long a temporary password can be used, and how many one person is mailed within any hour. */
export const HELP_SECONDS = 30 * 60
export const HELPS_PER_HOUR = 5
/** S9: a library's terminal may help many; a robot is stopped. Guessing gains nothing, for the answer never differs. */
export const HELPS_PER_SOURCE: Budget = { most: 20, seconds: 3_600 }
/** Who sits at another's open session may not try out that person's password. */
export const PASSWORD_CHANGES_PER_PERSON: Budget = { most: 10, seconds: 900 }

/** M9: codes of an app that is being set up; a wrong one opens nothing. */
export const ENROLMENT_TRIES: Budget = { most: 20, seconds: 3_600 }

/** V4: wrong passwords for one login name, whoever tried, that the person is to see; below it are slips of the own fingers. */
export const WRONG_TO_TELL: Budget = { most: 5, seconds: 3_600 }

/** A78: a busy counter searches every few seconds; whoever reads the whole town one name at a time is stopped. */
export const SEARCHES_PER_STAFF: Budget = { most: 100, seconds: 600 }

/** Invitations of one city: a whole office in an hour, and no mailing to the world from a stolen session. */
export const INVITATIONS_PER_CITY: Budget = { most: 100, seconds: 3_600 }

import type { Content, Frame } from './content.ts'
import { englishClock, englishMoment } from './english-time.ts'
import { type Body, inFours, paragraph } from './letter.ts'

type Of<K extends Content['kind']> = Extract<Content, { kind: K }>

/** Mail B (M5). */
export function confirmRegistration(
  { token, expiresAt }: Of<'confirm-registration'>,
  { city, publicUrl }: Frame,
): Body {
  return {
    subject: 'Please finish your registration',
    blocks: [
      paragraph(
        `We have received your registration for the public facilities of ${city.name}.\nIt is not finished yet.`,
      ),
      paragraph('Open the link below and press the button on that page.'),
      {
        kind: 'link',
        label: 'Finish the registration',
        url: `${publicUrl}/confirm?city=${city.cityId}#token=${encodeURIComponent(token)}`,
      },
      paragraph(`The link works once, until ${englishMoment(expiresAt)} (Japan time).`),
      paragraph(
        'After that, apply for permission to use the facilities. You can book once the city has approved it.',
      ),
      paragraph('If you did not register, please delete this mail. Nothing will be registered.'),
    ],
  }
}

/** Mail B to an address that is known already. */
export function alreadyRegistered({ city, publicUrl }: Frame): Body {
  return {
    subject: 'About your registration',
    blocks: [
      paragraph(
        `Somebody registered for the facilities of ${city.name} with this mail address.\nThe address is registered already, so no new account was made.`,
      ),
      paragraph('You can log in with the account you have.'),
      { kind: 'link', label: 'Open the login page', url: `${publicUrl}/login?city=${city.cityId}` },
      paragraph('If it was not you, you need not do anything. Your account has not changed.'),
    ],
  }
}

/** Mail C (M9). */
export function loginCode({ code, expiresAt }: Of<'login-code'>): Body {
  return {
    subject: 'Your login code',
    blocks: [
      paragraph(`Please type these ${code.length} digits into the login page.`),
      { kind: 'code', label: 'Login code', code },
      paragraph(
        `The code works for 3 minutes, until ${englishClock(expiresAt)} (Japan time).\nIf it is too late, log in again and a new code will come.`,
      ),
      paragraph(
        'City staff never ask for this code. If you did not log in, tell it to nobody and change your password.',
      ),
    ],
  }
}

/** Mail A (S9). */
export function passwordHelp({ password, expiresAt }: Of<'password-help'>, { city, publicUrl }: Frame): Body {
  return {
    subject: 'Your temporary password',
    blocks: [
      paragraph('You asked for help with a forgotten password. This is your temporary password.'),
      { kind: 'code', label: 'Temporary password', code: inFours(password) },
      paragraph(
        `It works once, until ${englishClock(expiresAt)} (Japan time). You may type it with or without the hyphens.`,
      ),
      {
        kind: 'steps',
        title: 'What to do',
        steps: [
          'On the login page, type the temporary password as your password.',
          'Type the 6-digit login code of the mail that comes next.',
          'Choose a new password. Until you have, nothing else is possible.',
        ],
      },
      { kind: 'link', label: 'Open the login page', url: `${publicUrl}/login?city=${city.cityId}` },
      paragraph(
        'Until you choose a new password, your old one works as well. If you did not ask for help, please delete this mail.',
      ),
    ],
  }
}

/** Mail P, password changed (V4). */
export function passwordChanged({ city, publicUrl }: Frame): Body {
  return {
    subject: 'Your password was changed',
    blocks: [
      paragraph(
        `Your password for the facilities of ${city.name} was changed.\nTo be safe, all other devices were logged out.`,
      ),
      paragraph(
        'If it was not you, choose “forgot my password” on the login page at once, and call the office below.',
      ),
      { kind: 'link', label: 'Open the login page', url: `${publicUrl}/login?city=${city.cityId}` },
    ],
  }
}

/** Mail I, approved (M7). */
export function permissionApproved({ city, publicUrl }: Frame): Body {
  return {
    subject: 'You may now book facilities',
    blocks: [
      paragraph(
        `The city has approved your application to use the facilities of ${city.name}.\nYou can book from now on.`,
      ),
      { kind: 'link', label: 'See facilities and free times', url: `${publicUrl}/` },
    ],
  }
}

/** Mail I, returned (M7). */
export function permissionReturned({ reason }: Of<'permission-returned'>, { city, publicUrl }: Frame): Body {
  return {
    subject: 'Your application needs a correction',
    blocks: [
      paragraph(
        `Your application to use the facilities of ${city.name} was returned to you.\nYou cannot book yet.`,
      ),
      {
        kind: 'facts',
        title: 'Why it was returned',
        rows: [{ label: 'Reason', value: reason ?? 'Please ask the office' }],
      },
      paragraph('Please correct it and apply again. If anything is unclear, call the office below.'),
      {
        kind: 'link',
        label: 'Open the application page',
        url: `${publicUrl}/permission?city=${city.cityId}`,
      },
    ],
  }
}

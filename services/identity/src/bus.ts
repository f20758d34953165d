import { on } from '@asaichi/bus/apply-event.ts'
import { cityChanged } from '@asaichi/contract/catalog/catalog.ts'
import * as contract from '@asaichi/contract/identity/account.ts'
import { listNames as listNamesRequest } from '@asaichi/contract/identity/names.ts'
import * as password from '@asaichi/contract/identity/password.ts'
import * as people from '@asaichi/contract/identity/people.ts'
import type { DueHandler } from '@asaichi/store/due-work.ts'
import type { Context } from './context.ts'
import type { Tables } from './store/schema.ts'
import { applyPermission } from './verbs/apply-permission.ts'
import { approvePermission } from './verbs/approve-permission.ts'
import { changePassword } from './verbs/change-password.ts'
import { changeProfile } from './verbs/change-profile.ts'
import { confirmRegistration } from './verbs/confirm-registration.ts'
import { countApplicants } from './verbs/count-applicants.ts'
import { findSession } from './verbs/find-session.ts'
import { finishLogin } from './verbs/finish-login.ts'
import { getConfirmationMail } from './verbs/get-confirmation-mail.ts'
import { getLoginCodeMail } from './verbs/get-login-code-mail.ts'
import { getPasswordHelpMail } from './verbs/get-password-help-mail.ts'
import { getPermission } from './verbs/get-permission.ts'
import { getPermissionMail } from './verbs/get-permission-mail.ts'
import { getPerson } from './verbs/get-person.ts'
import { getProfile } from './verbs/get-profile.ts'
import { getRecipient } from './verbs/get-recipient.ts'
import { importPerson } from './verbs/import-person.ts'
import { keepCity } from './verbs/keep-city.ts'
import { listActs } from './verbs/list-acts.ts'
import { listApplicants } from './verbs/list-applicants.ts'
import { listNames } from './verbs/list-names.ts'
import { logout } from './verbs/logout.ts'
import { recordContact } from './verbs/record-contact.ts'
import { register } from './verbs/register.ts'
import { requestPasswordHelp } from './verbs/request-password-help.ts'
import { returnPermission } from './verbs/return-permission.ts'
import { searchPeople } from './verbs/search-people.ts'
import { setLanguage } from './verbs/set-language.ts'
import { startLogin } from './verbs/start-login.ts'
import { tidy } from './verbs/tidy.ts'

/** The edge: one line per question, fact and kind of due work. */
export function attach(context: Context): void {
  const { bus } = context
  bus.serve(contract.register, input => register(context, input))
  bus.serve(contract.confirmRegistration, input => confirmRegistration(context, input))
  bus.serve(contract.startLogin, input => startLogin(context, input))
  bus.serve(contract.finishLogin, input => finishLogin(context, input))
  bus.serve(contract.findSession, input => findSession(context, input))
  bus.serve(contract.logout, input => logout(context, input))
  bus.serve(contract.getPermission, input => getPermission(context, input))
  bus.serve(contract.applyPermission, input => applyPermission(context, input))
  bus.serve(contract.approvePermission, input => approvePermission(context, input))
  bus.serve(contract.returnPermission, input => returnPermission(context, input))
  bus.serve(people.listApplicants, input => listApplicants(context, input))
  bus.serve(people.countApplicants, input => countApplicants(context, input))
  bus.serve(people.recordContact, input => recordContact(context, input))
  bus.serve(listNamesRequest, input => listNames(context, input))
  bus.serve(people.searchPeople, input => searchPeople(context, input))
  bus.serve(people.getPerson, input => getPerson(context, input))
  bus.serve(people.getProfile, input => getProfile(context, input))
  bus.serve(people.changeProfile, input => changeProfile(context, input))
  bus.serve(people.setLanguage, input => setLanguage(context, input))
  bus.serve(people.listActs, input => listActs(context, input))
  bus.serve(contract.importPerson, input => importPerson(context, input))
  bus.serve(contract.getRecipient, input => getRecipient(context, input))
  bus.serve(contract.getConfirmationMail, input => getConfirmationMail(context, input))
  bus.serve(contract.getLoginCodeMail, input => getLoginCodeMail(context, input))
  bus.serve(password.requestPasswordHelp, input => requestPasswordHelp(context, input))
  bus.serve(password.getPasswordHelpMail, input => getPasswordHelpMail(context, input))
  bus.serve(password.changePassword, input => changePassword(context, input))
  bus.serve(contract.getPermissionMail, input => getPermissionMail(context, input))
  bus.listen('catalog', [on(cityChanged, (tx, fact) => keepCity(tx, fact.data))])
}

export const dueHandlers: Readonly<Record<string, DueHandler<Tables>>> = {
  tidy: tx => tidy(tx),
}

import { on } from '@asaichi/bus/apply-event.ts'
import { cityChanged } from '@asaichi/contract/catalog/city.ts'
import * as account from '@asaichi/contract/identity/account.ts'
import { searchActs as searchActsRequest } from '@asaichi/contract/identity/acts.ts'
import { registerAtCounter as registerAtCounterRequest } from '@asaichi/contract/identity/counter.ts'
import { importPeople as importPeopleRequest } from '@asaichi/contract/identity/import.ts'
import * as login from '@asaichi/contract/identity/login.ts'
import * as mailChange from '@asaichi/contract/identity/mail-change.ts'
import * as mailFacts from '@asaichi/contract/identity/mail-facts.ts'
import * as ownData from '@asaichi/contract/identity/own-data.ts'
import * as password from '@asaichi/contract/identity/password.ts'
import * as permission from '@asaichi/contract/identity/permission.ts'
import * as profile from '@asaichi/contract/identity/profile.ts'
import * as secondFactor from '@asaichi/contract/identity/second-factor.ts'
import * as staff from '@asaichi/contract/identity/staff.ts'
import { listNames as listNamesRequest } from '@asaichi/contract/identity/staff.ts'
import * as team from '@asaichi/contract/identity/team.ts'
import * as doors from '@asaichi/contract/lock/staff.ts'
import * as entries from '@asaichi/contract/lottery/entries.ts'
import * as mails from '@asaichi/contract/notification/mails.ts'
import * as bookings from '@asaichi/contract/reservation/reservation.ts'
import type { DueHandler } from '@asaichi/store/due-work.ts'
import type { Context } from './context.ts'
import type { Tables } from './store/schema.ts'
import { acceptInvitation } from './verbs/accept-invitation.ts'
import { applyPermission } from './verbs/apply-permission.ts'
import { approvePermission } from './verbs/approve-permission.ts'
import { beginEnrolment } from './verbs/begin-enrolment.ts'
import { beginStepUp } from './verbs/begin-step-up.ts'
import { changeClass } from './verbs/change-class.ts'
import { changeMailFor } from './verbs/change-mail-for.ts'
import { changePassword } from './verbs/change-password.ts'
import { changeProfile } from './verbs/change-profile.ts'
import { changeRole } from './verbs/change-role.ts'
import { confirmEnrolment } from './verbs/confirm-enrolment.ts'
import { confirmMailChange } from './verbs/confirm-mail-change.ts'
import { confirmRegistration } from './verbs/confirm-registration.ts'
import { countApplicants } from './verbs/count-applicants.ts'
import { endOwnSession } from './verbs/end-own-session.ts'
import { findSession } from './verbs/find-session.ts'
import { finishLogin } from './verbs/finish-login.ts'
import { finishStepUp } from './verbs/finish-step-up.ts'
import { getConfirmationMail } from './verbs/get-confirmation-mail.ts'
import { getInvitation } from './verbs/get-invitation.ts'
import { getInvitationMail } from './verbs/get-invitation-mail.ts'
import { getLoginCodeMail } from './verbs/get-login-code-mail.ts'
import { getMailChangeCode } from './verbs/get-mail-change-code.ts'
import { getMailChangeNotice } from './verbs/get-mail-change-notice.ts'
import { getMemberMail } from './verbs/get-member-mail.ts'
import { getOwnData } from './verbs/get-own-data.ts'
import { getPasswordHelpMail } from './verbs/get-password-help-mail.ts'
import { getPermission } from './verbs/get-permission.ts'
import { getPermissionMail } from './verbs/get-permission-mail.ts'
import { getPerson } from './verbs/get-person.ts'
import { getProfile } from './verbs/get-profile.ts'
import { getRecipient } from './verbs/get-recipient.ts'
import { getSecondFactor } from './verbs/get-second-factor.ts'
import { getWithdrawalMail } from './verbs/get-withdrawal-mail.ts'
import { importPeople } from './verbs/import-people.ts'
import { importPerson } from './verbs/import-person.ts'
import { invite } from './verbs/invite.ts'
import { inviteOperator } from './verbs/invite-operator.ts'
import { judgePassword } from './verbs/judge-password.ts'
import { keepCity } from './verbs/keep-city.ts'
import { keepStaffAct } from './verbs/keep-staff-act.ts'
import { liftSuspension } from './verbs/lift-suspension.ts'
import { listActs } from './verbs/list-acts.ts'
import { listApplicants } from './verbs/list-applicants.ts'
import { listNames } from './verbs/list-names.ts'
import { listOwnAccounts } from './verbs/list-own-accounts.ts'
import { listSessions } from './verbs/list-sessions.ts'
import { listTeam } from './verbs/list-team.ts'
import { listTeamActs } from './verbs/list-team-acts.ts'
import { logout } from './verbs/logout.ts'
import { recordContact } from './verbs/record-contact.ts'
import { register } from './verbs/register.ts'
import { registerAtCounter } from './verbs/register-at-counter.ts'
import { removeMember } from './verbs/remove-member.ts'
import { removeSecondFactor } from './verbs/remove-second-factor.ts'
import { requestMailChange } from './verbs/request-mail-change.ts'
import { requestPasswordHelp } from './verbs/request-password-help.ts'
import { returnPermission } from './verbs/return-permission.ts'
import { searchActs } from './verbs/search-acts.ts'
import { searchPeople } from './verbs/search-people.ts'
import { sendPasswordHelp } from './verbs/send-password-help.ts'
import { setLanguage } from './verbs/set-language.ts'
import { signOutPerson } from './verbs/sign-out-person.ts'
import { startLogin } from './verbs/start-login.ts'
import { suspendPermission } from './verbs/suspend-permission.ts'
import { tidy } from './verbs/tidy.ts'
import { withdraw } from './verbs/withdraw.ts'
import { withdrawInvitation } from './verbs/withdraw-invitation.ts'

/** The edge: one line per question, fact and kind of due work. */
export function attach(context: Context): void {
  servePeople(context)
  serveDesk(context)
  serveTeams(context)
  serveFactors(context)
  serveMails(context)
  hear(context)
}

/** What people ask about their own account. */
function servePeople(context: Context): void {
  const { bus } = context
  bus.serve(account.register, input => register(context, input))
  bus.serve(account.judgePassword, input => judgePassword(context, input))
  bus.serve(account.confirmRegistration, input => confirmRegistration(context, input))
  bus.serve(login.startLogin, input => startLogin(context, input))
  bus.serve(login.finishLogin, input => finishLogin(context, input))
  bus.serve(login.findSession, input => findSession(context, input))
  bus.serve(login.listSessions, input => listSessions(context, input))
  bus.serve(login.endOwnSession, input => endOwnSession(context, input))
  bus.serve(login.logout, input => logout(context, input))
  bus.serve(permission.getPermission, input => getPermission(context, input))
  bus.serve(permission.applyPermission, input => applyPermission(context, input))
  bus.serve(profile.getProfile, input => getProfile(context, input))
  bus.serve(profile.changeProfile, input => changeProfile(context, input))
  bus.serve(profile.setLanguage, input => setLanguage(context, input))
  bus.serve(profile.listActs, input => listActs(context, input))
  bus.serve(ownData.getOwnData, input => getOwnData(context, input))
  bus.serve(ownData.withdraw, input => withdraw(context, input))
  bus.serve(password.requestPasswordHelp, input => requestPasswordHelp(context, input))
  bus.serve(password.changePassword, input => changePassword(context, input))
  bus.serve(mailChange.requestMailChange, input => requestMailChange(context, input))
  bus.serve(mailChange.confirmMailChange, input => confirmMailChange(context, input))
}

/** What staff ask about people, and what brings in those of an old system. */
function serveDesk(context: Context): void {
  const { bus } = context
  bus.serve(staff.approvePermission, input => approvePermission(context, input))
  bus.serve(staff.returnPermission, input => returnPermission(context, input))
  bus.serve(staff.listApplicants, input => listApplicants(context, input))
  bus.serve(staff.countApplicants, input => countApplicants(context, input))
  bus.serve(staff.recordContact, input => recordContact(context, input))
  bus.serve(listNamesRequest, input => listNames(context, input))
  bus.serve(staff.listOwnAccounts, input => listOwnAccounts(context, input))
  bus.serve(staff.searchPeople, input => searchPeople(context, input))
  bus.serve(registerAtCounterRequest, input => registerAtCounter(context, input))
  bus.serve(staff.suspendPermission, input => suspendPermission(context, input))
  bus.serve(staff.liftSuspension, input => liftSuspension(context, input))
  bus.serve(staff.changeClass, input => changeClass(context, input))
  bus.serve(staff.signOutPerson, input => signOutPerson(context, input))
  bus.serve(staff.sendPasswordHelp, input => sendPasswordHelp(context, input))
  bus.serve(staff.getPerson, input => getPerson(context, input))
  bus.serve(account.importPerson, input => importPerson(context, input))
  bus.serve(importPeopleRequest, input => importPeople(context, input))
  bus.serve(mailChange.changeMailFor, input => changeMailFor(context, input))
}

function serveTeams(context: Context): void {
  const { bus } = context
  bus.serve(team.listTeam, input => listTeam(context, input))
  bus.serve(team.invite, input => invite(context, input))
  bus.serve(team.inviteOperator, input => inviteOperator(context, input))
  bus.serve(team.withdrawInvitation, input => withdrawInvitation(context, input))
  bus.serve(team.getInvitation, input => getInvitation(context, input))
  bus.serve(team.acceptInvitation, input => acceptInvitation(context, input))
  bus.serve(team.changeRole, input => changeRole(context, input))
  bus.serve(team.removeMember, input => removeMember(context, input))
  bus.serve(team.listTeamActs, input => listTeamActs(context, input))
  bus.serve(searchActsRequest, input => searchActs(context, input))
}

/** M9, V9: the second factor of who works for a city. */
function serveFactors(context: Context): void {
  const { bus } = context
  bus.serve(secondFactor.getSecondFactor, input => getSecondFactor(context, input))
  bus.serve(secondFactor.beginEnrolment, input => beginEnrolment(context, input))
  bus.serve(secondFactor.confirmEnrolment, input => confirmEnrolment(context, input))
  bus.serve(secondFactor.beginStepUp, input => beginStepUp(context, input))
  bus.serve(secondFactor.finishStepUp, input => finishStepUp(context, input))
  bus.serve(secondFactor.removeSecondFactor, input => removeSecondFactor(context, input))
}

/** What a mail is written from when it is sent. */
function serveMails(context: Context): void {
  const { bus } = context
  bus.serve(mailFacts.getRecipient, input => getRecipient(context, input))
  bus.serve(mailFacts.getMemberMail, input => getMemberMail(context, input))
  bus.serve(mailFacts.getConfirmationMail, input => getConfirmationMail(context, input))
  bus.serve(mailFacts.getLoginCodeMail, input => getLoginCodeMail(context, input))
  bus.serve(password.getPasswordHelpMail, input => getPasswordHelpMail(context, input))
  bus.serve(mailChange.getMailChangeCode, input => getMailChangeCode(context, input))
  bus.serve(mailChange.getMailChangeNotice, input => getMailChangeNotice(context, input))
  bus.serve(mailFacts.getPermissionMail, input => getPermissionMail(context, input))
  bus.serve(ownData.getWithdrawalMail, input => getWithdrawalMail(context, input))
  bus.serve(team.getInvitationMail, input => getInvitationMail(context, input))
}

function hear({ bus }: Context): void {
  bus.listen('catalog', [on(cityChanged, (tx, fact) => keepCity(tx, fact.data))])
  bus.listen('reservation', [on(bookings.staffActed, keepStaffAct)])
  bus.listen('lottery', [on(entries.staffActed, keepStaffAct)])
  bus.listen('lock', [on(doors.staffActed, keepStaffAct)])
  bus.listen('notification', [on(mails.staffActed, keepStaffAct)])
}

export const dueHandlers: Readonly<Record<string, DueHandler<Tables>>> = {
  tidy: tx => tidy(tx),
}

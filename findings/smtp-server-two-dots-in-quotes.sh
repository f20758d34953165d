#!/usr/bin/env bash
# Japanese carriers gave out addresses such as abc..def@docomo.ne.jp, which SMTP carries in quotes:
# RCPT TO:<"abc..def"@docomo.ne.jp> is valid by RFC 5321 4.1.2. nodemailer writes exactly that. One
# would guess that smtp-server, of the same house, takes what its sister sends.
# It answers 501: its check for two dots in a row does not look whether they stand in quotes. With
# lenientAddressParsing it takes the address as it came. It hurts test catchers and inbound servers in
# Japan: the sender is right, and the mail is gone with a final 5xx.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --loglevel=error --no-audit --no-fund --ignore-scripts smtp-server@3.21.6 nodemailer@10.6.0
cat > run.mjs <<'E2'
import nodemailer from 'nodemailer'
import { SMTPServer } from 'smtp-server'

async function answer(address, options) {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    ...options,
    onData: (stream, _session, done) => stream.on('end', () => done()).resume(),
  })
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve))
  const transport = nodemailer.createTransport({ host: '127.0.0.1', port: server.server.address().port })
  const sent = await transport
    .sendMail({ from: 'a@example.jp', to: { name: '', address }, text: 'x' })
    .then(({ accepted }) => `accepted ${accepted}`)
    .catch(error => `${error.responseCode} ${error.rejected}`)
  await new Promise(resolve => server.close(resolve))
  console.log(JSON.stringify(options), address, '->', sent)
  return sent
}
const strict = await answer('abc..def@docomo.ne.jp', {})
const lenient = await answer('abc..def@docomo.ne.jp', { lenientAddressParsing: true })
if (strict !== '501 "abc..def"@docomo.ne.jp' || !lenient.startsWith('accepted')) process.exit(1)
E2
node run.mjs

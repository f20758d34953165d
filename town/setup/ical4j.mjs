import fs from 'node:fs'
import { installDebianPackages } from './debian.mjs'
import { at, isRoot, onPath, SetupError } from './machine.mjs'
import { reportAndGoOn, runWithProgress } from './run.mjs'

const VERSION = '4.1.1'
const folder = at('.town', 'tools', 'ical4j')
const NEEDS = { java: 'default-jdk-headless', mvn: 'maven' }

/** ical4j, which Java's calendars are built on: one of four parsers that read our calendar files in the tests. */
export const ical4j = {
  has: () =>
    onPath('java') !== undefined && fs.existsSync(at('.town', 'tools', 'ical4j', `ical4j-${VERSION}.jar`)),
  async obtain() {
    const missing = Object.keys(NEEDS).filter(program => !onPath(program))
    if (missing.length > 0 && isRoot() && onPath('apt-get'))
      await installDebianPackages(missing.map(program => NEEDS[program])).catch(reportAndGoOn)
    const still = missing.filter(program => !onPath(program))
    if (still.length > 0)
      throw new SetupError(
        `No ${still.join(', no ')} for ical4j. Two ways: put it on the PATH; or run as root on Debian, its package is then installed.`,
      )
    const beside = `${folder}.new`
    fs.rmSync(beside, { recursive: true, force: true })
    fs.mkdirSync(beside, { recursive: true })
    fs.writeFileSync(`${beside}/pom.xml`, POM)
    await runWithProgress(
      [
        'mvn',
        '-q',
        '-B',
        '-f',
        `${beside}/pom.xml`,
        'dependency:copy-dependencies',
        `-DoutputDirectory=${beside}`,
      ],
      { doing: 'Fetching ical4j' },
    )
    fs.rmSync(folder, { recursive: true, force: true })
    fs.renameSync(beside, folder)
  },
}

const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>asaichi</groupId><artifactId>calendar-reader</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.mnode.ical4j</groupId><artifactId>ical4j</artifactId><version>${VERSION}</version></dependency>
  </dependencies>
</project>
`

import type { Language } from '@asaichi/contract/actor.ts'
import type { MailLanguage } from '../domain/letter.ts'
import { en } from './en.ts'
import { ja } from './ja.ts'
import { jaEasy } from './ja-easy.ts'

export const LANGUAGES: Readonly<Record<Language, MailLanguage>> = { ja, 'ja-easy': jaEasy, en }

import type { Translation } from '../catalogue.ts'
import type { texts as ja } from '../ja/kiosk.ts'

export const texts: Translation<typeof ja> = {
  'area-name': 'Board and locks',
  'open-title': 'To open the door',
  'open-square': 'Press □ (the square) twice.',
  'open-lit': 'The digits light up.',
  'open-code': 'Press your door code.',
  'open-enter': 'Press E.',
  'open-door': 'The lock opens. Open the door and go in.',
  'lock-title': 'To lock the door',
  'lock-outside': 'From outside: press □ (the square) once.',
  'lock-inside': 'From inside: turn the knob.',
  'lock-auto': 'Some doors lock by themselves when they close. Do not forget your code when you go out.',
}

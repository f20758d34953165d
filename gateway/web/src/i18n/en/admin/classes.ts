import type { Translation } from '../../catalogue.ts'
import type { texts as ja } from '../../ja/admin/classes.ts'

export const texts: Translation<typeof ja> = {
  'set-s-classes': 'Classes of user',
  'set-s-classes-lead':
    'Where a city treats people and groups differently, such as those who live elsewhere. Staff choose it when they approve somebody and on the person’s page. Without any, everybody is treated alike.',
  'set-classes': 'Classes',
  'set-classes-hint':
    'The first is everybody’s until staff choose another, and that of people whose class was removed. At most 12.',
  'set-class': 'Class {number}',
  'set-class-add': 'Add a class',
  'set-class-name': 'Name of the class',
  'set-class-name-hint': 'For example: residents, others, companies',
  'set-class-delay': 'Days by which first come opens later',
  'set-class-delay-hint': 'Left empty, it opens with the first.',
  'set-class-delay-means':
    'First come opens {count} {count:one=day,other=days} after the first, at the same hour; at the latest on the last day of it.',
  'set-class-lottery': 'Lottery',
  'set-class-lottery-yes': 'May enter',
  'set-class-lottery-no': 'May not enter (first come only)',
  'set-class-fee': 'Fee (percent)',
  'set-class-fee-hint': 'Of a room’s price; left empty it is 100. Options cost everybody the same.',
  'set-fee-means': 'A room of ¥200 for half an hour costs ¥{yen} for half an hour (rounded down).',
  'set-s-fees': 'Fees on days of rest',
  'set-s-fees-lead':
    'The same for every room, and multiplied with the percent of a class. What is booked keeps its fee.',
  'set-rest-fee': 'Weekends and holidays',
  'set-rest-fee-off': 'As on other days',
  'set-rest-fee-on': 'Another fee',
  'set-rest-days': 'Which days',
  'set-rest-days-sat': 'Saturdays, Sundays and holidays',
  'set-rest-days-sun': 'Sundays and holidays',
  'set-rest-percent': 'Percent of other days',
}

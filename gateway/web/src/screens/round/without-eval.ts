import { config } from 'zod'

// Before any schema is made: zod tries `new Function`, which the page's policy refuses and reports as a fault.
config({ jitless: true })

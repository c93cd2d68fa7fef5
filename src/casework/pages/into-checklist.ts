/** Where htmx puts what the server answers. Requests wait for each other, so that the newest answer is seen last. */
export const intoChecklist = {
  'hx-target': '#checkliste',
  'hx-swap': 'outerMorph',
  'hx-sync': '#checkliste:queue all',
} as const

/** Stands in for the tables by which pdfkit would break lines; the report's lines are broken before they get there. */
export default class LineBreaker {
  constructor() {
    throw new Error('Lines cannot be broken by pdfkit here: hand it one line at a time.');
  }
}

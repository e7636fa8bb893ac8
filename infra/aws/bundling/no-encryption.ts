/** Stands in for ciphers in JavaScript, whose tables pdfkit has made when it is loaded; a report's PDF is not encrypted. */
function refuse(): never {
  throw new Error('PDFs are not encrypted here: leave passwords out.');
}

export { refuse as cbc, refuse as ecb };

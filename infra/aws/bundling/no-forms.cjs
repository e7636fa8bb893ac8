// Stands in for what undici asks for when a body is a form with files; ours are texts.
throw new Error('Forms with files are not sent here: send a text.');

/** The text as the beginning of a sentence. */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The text in the midst of a sentence, for languages whose nouns begin small. */
export const decapitalised = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

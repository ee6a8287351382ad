/** Takes the byte order mark off a text: some editors on Windows put one in front, which nobody sees and JSON does not allow. */
export const withoutByteOrderMark = (text: string): string => text.replace(/^\uFEFF/, '');

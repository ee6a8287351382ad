/** A name without the remark in brackets that tells readers of the profile which one it is: "Orb (World ID scanner)". */
export const bareName = (text: string): string => text.replace(/\s*\([^)]*\)/g, '').trim();

/** Every duration and count that paces the reading of a page, each with its reason. */

/** Half of what a 60 Hz frame leaves after the page's own work: input and drawing never wait longer for us. */
export const sliceMs = 5;
/** Changes are gathered this long before they are read: a feed that adds line by line is read once, not line by line. */
export const batchMs = 100;
/** The first change after a quiet time is read this soon, so that text that was re-rendered does not flicker. */
export const firstBatchMs = 4;
/** After reading changes for n ms we stay silent for at least this many times n: under 1/13 of the thread in a storm. */
export const restFactor = 12;
/** … but never longer than this, so that text is marked at last while a page churns. */
export const longestRestMs = 2000;
/**
 * While a long scan runs, what is near the view is decided and painted as soon as it was read, what was found beyond it after
 * this time, …
 */
export const firstPublishMs = 1000;
/**
 * … and then after this many times as long each time: whenever highlights change, Chromium goes over the whole page, which cost a
 * page of 100,000 text nodes more than all our scripts.
 */
export const publishGrowth = 4;
/** After a batch in which more nodes came in than this … */
export const stormNodes = 500;
/** … the next is gathered this long: to decide and paint it costs about the same whatever came in. */
export const stormBatchMs = 350;
/** More changed nodes than this waiting (a long storm): they are forgotten and the root is read again. */
export const mostPendingNodes = 60_000;

/**
 * A chunk is a subtree with at most this many elements: enough text for one native `textContent` to pay, little enough
 * that a hit is cheap to look into and a slice can stop between two of them.
 */
export const chunkElements = 150;

/** Code of so many units is kept out of what is searched: that takes less than to search it. */
export const longCodeUnits = 2000;

/** With more elements than this nothing far from the view is read before what is near it is marked. */
export const longPageElements = 5000;

/** A page of at most this many elements and units of text is looked at in one go: it takes less than half a millisecond. */
export const glanceElements = 600;
export const glanceUnits = 60_000;

/** Ranges outside the view by this many view heights are registered too, so that scrolling meets painted marks. */
export const viewMargins = 1.5;
/** While the reader scrolls, marks that come near are registered at most this often: the margin is not scrolled over sooner. */
export const paintRestMs = 150;
/** … and this often while the first scan runs, which paints by itself. */
export const scanPaintRestMs = 500;
/**
 * Up to this many marks are registered wherever they stand: an article's marks are there for printing, fast scrolling and
 * overviews; re-validating them should take about 2 ms (6,500 took 45). Only beyond it the place decides.
 */
export const mostMarksAnywhere = 250;
/** Beyond this many, those that are no longer near the view are taken out again. */
export const mostMarksPainted = 600;
/** Newly found marks are registered before their place is known, up to this many: no layout is read, no frame is waited for. */
export const mostBlindMarks = 200;

/** Rectangles of the marks near the view are trusted this long for finding the mark under the pointer. */
export const rectanglesMs = 250;

/** Elements that may still get a shadow root (their code loads late) are looked at again after these delays. */
export const lateHostChecksMs: readonly number[] = [500, 2000, 6000];

package org.comity.sheet;

/**
 * How much of a spreadsheet is taken at once.
 *
 * @param largest bytes of the file
 * @param largestUnpacked bytes of its parts, where it is a packed one
 * @param mostRows beside the header; one more is read, so that the reader can say that there are too many
 * @param mostColumns further ones are left out
 * @param longestCell characters; longer ones are cut, so a reader must allow fewer
 */
public record SheetLimits(long largest, long largestUnpacked, int mostRows, int mostColumns, int longestCell) {}

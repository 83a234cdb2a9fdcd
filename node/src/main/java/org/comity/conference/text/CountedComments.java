package org.comity.conference.text;

/**
 * How many voices say the same of one paragraph.
 *
 * @param unanswered how many of them still wait for the editor's answer
 * @param earlier how many said so before they said something else
 */
record CountedComments(int paragraph, boolean state, String temperature, long said, long unanswered, long earlier) {}

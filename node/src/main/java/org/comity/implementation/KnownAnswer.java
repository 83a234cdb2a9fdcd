package org.comity.implementation;

/**
 * What the node knows already of an answer, and from where.
 *
 * @param from as the data name the source, e.g. {@code provision}: words {@code assess.from.<from>}
 * @param what an article, or empty
 * @param words that can be taken over; empty where only the source is pointed at
 * @param law that can be cited; empty
 */
public record KnownAnswer(String from, String what, String words, String law) {}

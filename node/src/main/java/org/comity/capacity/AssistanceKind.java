package org.comity.capacity;

/**
 * A kind of help as needs and offers name it, with its paragraph and what aid statistics call it.
 *
 * @param parent a wider kind whose offers serve needs of this one too; empty if there is none
 * @param purpose of the OECD's list of purposes
 * @param aid of the OECD's list of types of aid
 * @param intrusive it can extract or intercept data, so that a legal basis and who oversees it must be named
 * @param goods it needs a plan for upkeep, and its provider has looked at export controls
 */
public record AssistanceKind(
        String code, String article, String parent, String purpose, String aid, boolean intrusive, boolean goods) {}

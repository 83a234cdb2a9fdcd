package org.comity.vocabulary;

/** Says whether the Convention has an article: for rooms that know no law. */
public interface KnownArticles {

    /** @param reference e.g. {@code 42(3)(a)}, of which the number is looked for */
    boolean has(String reference);
}

package org.comity.implementation;

import org.jspecify.annotations.Nullable;

/**
 * Where a State without a node says that help is wanted: an answer, or an article as a whole. It lies in the page that shows
 * it and nowhere else.
 *
 * @param question its id; null of an article as a whole
 * @param asked the question, or the article's title, in the reader's language
 * @param choice that was answered; empty of an article as a whole
 */
public record GapOfState(
        String article,
        @Nullable String question,
        String asked,
        String choice,
        String words,
        String challenge,
        String help) {}

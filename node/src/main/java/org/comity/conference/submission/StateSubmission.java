package org.comity.conference.submission;

/**
 * What one State submitted, as it says itself; the answers are files of its thread.
 *
 * @param part {@code whole}, {@code cluster} or {@code answers}
 * @param readers {@code conference} or {@code everybody}
 * @param reference of the thread in which it came
 */
public record StateSubmission(
        String voice,
        String name,
        String part,
        java.util.List<String> articles,
        String asOf,
        String readers,
        String summary,
        String reference,
        String address) {}

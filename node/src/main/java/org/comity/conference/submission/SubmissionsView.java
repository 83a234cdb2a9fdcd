package org.comity.conference.submission;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pack, in the depositary's order; who submitted nothing is not listed.
 *
 * @param next the first line of the next page; null: this is the last
 * @param newest how many of the newest were read; null: all
 */
public record SubmissionsView(
        List<StateSubmission> lines,
        @Nullable Integer next,
        @Nullable Integer newest,
        LocalDate today) {}

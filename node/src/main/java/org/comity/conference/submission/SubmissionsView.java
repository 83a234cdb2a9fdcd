package org.comity.conference.submission;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pack, in the depositary's order; who submitted nothing is not listed.
 *
 * @param next the first line of the next page; null: this is the last
 */
public record SubmissionsView(
        List<StateSubmission> lines, @Nullable Integer next, LocalDate today) {}

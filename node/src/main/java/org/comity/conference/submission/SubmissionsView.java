package org.comity.conference.submission;

import java.time.LocalDate;
import java.util.List;

/** The pack, in the depositary's order; who submitted nothing is not listed. */
public record SubmissionsView(List<StateSubmission> lines, LocalDate today) {}

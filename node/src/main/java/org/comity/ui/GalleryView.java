package org.comity.ui;

import java.time.Instant;

/** What the page of components shows: moments relative to now, and a form with two problems. */
public record GalleryView(Instant minutesAgo, Instant hoursAgo, Instant daysAhead, FormProblems problems) {}

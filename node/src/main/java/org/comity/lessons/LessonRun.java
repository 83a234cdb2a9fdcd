package org.comity.lessons;

import java.time.Instant;

/**
 * A lesson that somebody began.
 *
 * @param key nobody guesses it; the browser that is led keeps it
 * @param learner id of the official who began it
 */
record LessonRun(String key, String lesson, String learner, Instant begun) {}

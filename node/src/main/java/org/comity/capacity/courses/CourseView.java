package org.comity.capacity.courses;

import java.util.List;

/**
 * Shows one course: its places, who has some and who waits, and which certificates were given.
 *
 * @param free places that nobody has
 */
public record CourseView(
        Cohort cohort, List<Line> lines, int free, List<Certificate> certificates, boolean mayWrite, boolean over) {

    public record Line(long id, String state, int persons, int seated, int waiting) {}

    public record Certificate(String code, String state, String sha256) {}
}

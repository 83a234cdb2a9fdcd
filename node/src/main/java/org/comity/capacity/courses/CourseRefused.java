package org.comity.capacity.courses;

import java.util.Map;
import org.comity.vocabulary.RuleBroken;

/** A step of a course that cannot be taken now; nothing was changed. */
final class CourseRefused extends RuleBroken {

    private CourseRefused(String code) {
        this(code, "");
    }

    private CourseRefused(String code, String field) {
        super(code, Map.of(), field);
    }

    static CourseRefused unknown() {
        return new CourseRefused("course.unknown");
    }

    static CourseRefused taken() {
        return new CourseRefused("course.taken");
    }

    /** A State by its two letters, and a number of persons. */
    static CourseRefused ask() {
        return new CourseRefused("course.ask", "state");
    }

    static CourseRefused begun() {
        return new CourseRefused("course.begun");
    }

    static CourseRefused notOver() {
        return new CourseRefused("course.not-over");
    }

    /** Every person of this State who had a place has one. */
    static CourseRefused noPlace() {
        return new CourseRefused("course.no-place");
    }

    static CourseRefused name() {
        return new CourseRefused("course.name", "person");
    }
}

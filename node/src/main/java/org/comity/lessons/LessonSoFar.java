package org.comity.lessons;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far somebody is in a lesson, by what is on record.
 *
 * @param done by step
 * @param looks points by look, 0 where what is looked at is not so, or not yet
 * @param thread the request that it is about; null while none is known, or where it is about none
 */
record LessonSoFar(
        Lesson lesson,
        List<Boolean> done,
        List<Integer> looks,
        @Nullable String thread) {

    /** The last step ends it: what was left out before stays open, and brings no points. */
    boolean ended() {
        return done.getLast();
    }

    /** The first step that is not done, from 1; behind the last where it has ended. */
    int next() {
        return ended() ? done.size() + 1 : done.indexOf(false) + 1;
    }

    int points() {
        int points = looks.stream().mapToInt(Integer::intValue).sum();
        for (int n = 0; n < done.size(); n++) {
            if (done.get(n)) points += lesson.steps().get(n).points();
        }
        return points;
    }

    int stepsDone() {
        return (int) done.stream().filter(it -> it).count();
    }
}

package org.comity.lessons;

import java.util.ArrayList;
import java.util.List;
import org.comity.ui.FormProblems;
import org.jspecify.annotations.Nullable;

/**
 * A lesson on its page.
 *
 * @param words keys of its words begin so
 * @param duty of its learner's chair, as in addresses
 * @param learns whoever looks may begin it
 * @param begun somebody began it: {@code next} and what is done are of that
 * @param next the step that is to be done, from 1; behind the last where it has ended
 * @param over its days are over: nothing ticks it any more
 * @param files that were delivered, where it asks which was altered and the answer is not on record yet
 */
public record LessonView(
        String id,
        String words,
        int minutes,
        String duty,
        boolean learns,
        boolean begun,
        int next,
        List<Step> steps,
        List<Look> looks,
        boolean over,
        List<String> files,
        FormProblems problems) {

    /** @param there it is done on the other State's node */
    public record Step(String key, String duty, boolean there, int points, boolean done) {}

    /** @param got of its points, so far */
    public record Look(String key, int points, int got) {}

    public boolean ended() {
        return next > steps.size();
    }

    public int points() {
        return steps.stream().filter(Step::done).mapToInt(Step::points).sum()
                + looks.stream().mapToInt(Look::got).sum();
    }

    /** Points of everything. */
    public int most() {
        return steps.stream().mapToInt(Step::points).sum()
                + looks.stream().mapToInt(Look::points).sum();
    }

    static LessonView of(
            Lesson lesson,
            @Nullable LessonSoFar soFar,
            boolean learns,
            boolean over,
            List<String> files,
            FormProblems problems) {
        var steps = new ArrayList<Step>();
        for (int n = 0; n < lesson.steps().size(); n++) {
            var it = lesson.steps().get(n);
            boolean done = soFar != null && soFar.done().get(n);
            steps.add(new Step(it.key(), LeadingLesson.path(it.chair()), it.there(), it.points(), done));
        }
        var looks = new ArrayList<Look>();
        for (int n = 0; n < lesson.looks().size(); n++) {
            var it = lesson.looks().get(n);
            looks.add(new Look(
                    it.key(), it.points(), soFar == null ? 0 : soFar.looks().get(n)));
        }
        return new LessonView(
                lesson.id(),
                LeadingLesson.words(lesson),
                lesson.minutes(),
                LeadingLesson.path(lesson.chair()),
                learns,
                soFar != null,
                soFar == null ? 1 : soFar.next(),
                List.copyOf(steps),
                List.copyOf(looks),
                over,
                files,
                problems);
    }
}

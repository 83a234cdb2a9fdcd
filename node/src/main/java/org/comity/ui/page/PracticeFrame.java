package org.comity.ui.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.comity.ui.PracticeChairs;
import org.comity.ui.PracticeLesson;
import org.comity.ui.PracticeStory;
import org.comity.ui.Practising;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Gathers what the frame of a practice node's pages offers; on any other node there is nothing. */
@Component
class PracticeFrame {

    private final ObjectProvider<PracticeChairs> chairs;
    private final ObjectProvider<PracticeStory> story;
    private final ObjectProvider<PracticeLesson> lesson;
    private final Environment environment;

    PracticeFrame(
            ObjectProvider<PracticeChairs> chairs,
            ObjectProvider<PracticeStory> story,
            ObjectProvider<PracticeLesson> lesson,
            Environment environment) {
        this.chairs = chairs;
        this.story = story;
        this.lesson = lesson;
        this.environment = environment;
    }

    /** @return null on a node that is not one of practice */
    @Nullable
    Practising of(HttpServletRequest request, @Nullable Official official) {
        if (!environment.getProperty("node.practice", Boolean.class, false)) {
            return null;
        }
        if (official == null) {
            return Practising.NOTHING;
        }
        var there = chairs.getIfAvailable();
        var states = there == null ? List.<Practising.State>of() : there.chairs(official);
        var led = lesson(request);
        // One thing leads at a time: the story waits until the lesson is left.
        return new Practising(states, states.size() < 2 || led != null ? null : story(request), led);
    }

    private Practising.@Nullable Lesson lesson(HttpServletRequest request) {
        var followed = lesson.getIfAvailable();
        return followed == null
                ? null
                : MakingPages.cookie(request, Practising.LESSON_COOKIE)
                        .flatMap(Practising.Led::read)
                        .map(followed::of)
                        .orElse(null);
    }

    /** Since when, as {@link Practising#COOKIE} of this browser says; ports of one host share it, so both nodes know. */
    private Practising.@Nullable Story story(HttpServletRequest request) {
        var followed = story.getIfAvailable();
        return followed == null
                ? null
                : MakingPages.cookie(request, Practising.COOKIE)
                        .filter(it -> it.matches("[0-9]{1,11}"))
                        .map(it -> followed.since(since(it)))
                        .orElse(null);
    }

    private static Instant since(String seconds) {
        try {
            return Instant.ofEpochSecond(Long.parseLong(seconds));
        } catch (DateTimeException far) {
            return Instant.MAX;
        }
    }
}

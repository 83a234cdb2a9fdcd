package org.comity.lessons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Set;
import org.comity.identity.Officials;
import org.comity.identity.PracticeDoor;
import org.comity.ui.Practising;
import org.comity.ui.Words;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.web.server.ResponseStatusException;

/** On a node that is not one of practice there is no lesson, no page of one and no bar. */
class NoLessonsTest {

    private static final Official ANYBODY =
            new Official("maren", "I. Maren", "XA-1/o-1", Set.of(Duty.DUTY_OFFICER, Duty.ADMINISTRATOR));

    /** Closed, as it is in earnest. */
    private final PracticeDoor door = mock();

    private final ShippedLessons lessons = new ShippedLessons(false, new Resource[] {broken()}, mock(Words.class));

    NoLessonsTest() throws java.io.IOException {}

    private static Resource broken() {
        return new ByteArrayResource("no lesson".getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return "broken.yaml";
            }
        };
    }

    @Test
    void a_broken_file_stops_the_start_of_a_practice_node_alone() {
        assertThat(lessons.all()).isEmpty();
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> new ShippedLessons(true, new Resource[] {broken()}, mock(Words.class)))
                .withMessage("practice/lessons/broken.yaml: the lesson is not written as keys with values");
    }

    @Test
    void no_page_is_there() {
        var leading = leading();
        var learner = new LessonController(
                door, lessons, mock(LessonRuns.class), mock(TickingSteps.class), leading, mock(AlteredFiles.class));
        var trainer = new TrainerController(
                door, lessons, mock(LessonRuns.class), mock(TickingSteps.class), leading, mock(Officials.class));
        assertThatExceptionOfType(ResponseStatusException.class)
                .isThrownBy(() -> learner.choose(ANYBODY, new ExtendedModelMap()))
                .withMessageContaining("404");
        assertThatExceptionOfType(ResponseStatusException.class)
                .isThrownBy(() -> learner.lesson("send", null, ANYBODY, new ExtendedModelMap()))
                .withMessageContaining("404");
        assertThatExceptionOfType(ResponseStatusException.class)
                .isThrownBy(() -> trainer.page(null, ANYBODY, new ExtendedModelMap()))
                .withMessageContaining("404");
    }

    @Test
    void no_cookie_leads() {
        assertThat(leading().of(new Practising.Led("XB", "send", "0".repeat(16))))
                .isNull();
        assertThat(leading().of(new Practising.Led("XA", "send", "0".repeat(16))))
                .isNull();
    }

    private LeadingLesson leading() {
        return new LeadingLesson(
                door, lessons, mock(LessonRuns.class), mock(TickingSteps.class), Clock.systemUTC(), "XA-1");
    }
}

package org.comity.lessons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Map;
import org.comity.procedure.ActRole;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.comity.vocabulary.Duty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A lesson is a file; what is wrong in it is said by its name and place. */
class LessonFileTest {

    private static final String RIGHT = """
            place: 9
            minutes: 5
            chair: duty-officer
            about: {ours: requested, which: unacknowledged}
            steps:
              - {key: open, points: 1, marks: [{line: thread.read}]}
              - {key: answer, chair: second-officer, there: true, marks: [{role: carries-out, by: them}]}
            looks:
              - {key: stays, points: 2, never: act.recalled}
            """;

    @Test
    void a_file_is_a_lesson() {
        var lesson = LessonFile.read("own.yaml", RIGHT);
        assertThat(lesson.id()).isEqualTo("own");
        assertThat(lesson.chair()).isEqualTo(Duty.DUTY_OFFICER);
        assertThat(lesson.steps())
                .containsExactly(
                        new Lesson.Step(
                                "open",
                                Duty.DUTY_OFFICER,
                                false,
                                1,
                                List.of(new Lesson.Mark.InLog("thread.read", Map.of(), false, null))),
                        new Lesson.Step(
                                "answer",
                                Duty.SECOND_OFFICER,
                                true,
                                0,
                                List.of(new Lesson.Mark.Act(ActRole.CARRIES_OUT, null, false))));
        assertThat(lesson.whats()).containsExactlyInAnyOrder("thread.read", "act.recalled");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            minutes: 5           | minutes: soon                  | minutes is not a number from 1 to 60: soon
            chair: duty-officer  | chair: captain                 | chair is none of those that there are: captain
            chair: duty-officer  | char: duty-officer             | the lesson: nobody knows char
            ours: requested      | ours: asked                    | ours is none of those that there are: asked
            which: unacknowledged| which: best                    | about: which is none of those that there are: best
            role: carries-out    | role: helps                    | answer: role is none of those that there are: helps
            by: them             | by: somebody                   | answer: by is us or them, not somebody
            {line: thread.read}  | {line: thread.read, of: later} | open: no step later stands before it
            [{line: thread.read}]| []                             | step open has no mark
            key: answer          | key: open                      | open stands there twice
            points: 2            | points: 200                    | stays: points is not a number from 1 to 20: 200
            never: act.recalled  | step: open                     | stays: it has a step and what it stands before, or what never is on record
            never: act.recalled  | 'step: open, before: end'      | stays: there is no step end
            [{role: carries-out, by: them}] | '[{line: act.approved, anywhere: true}]' | answer: a line of another chair is about the request, or of a step before it
            """)
    void what_is_wrong_is_said_by_name_and_place(String right, String wrong, String said) {
        assertThat(RIGHT).contains(right.strip());
        assertThatIllegalStateException()
                .isThrownBy(() -> LessonFile.read("own.yaml", RIGHT.replace(right.strip(), wrong.strip())))
                .withMessageContaining("own.yaml")
                .withMessageContaining(said.strip());
    }

    @Test
    void no_yaml_is_no_lesson() {
        assertThatIllegalStateException()
                .isThrownBy(() -> LessonFile.read("own.yaml", "steps: [")) // no end
                .withMessageStartingWith("own.yaml: ");
    }

    @Test
    void each_word_is_there_in_each_language() {
        var lesson = LessonFile.read("own.yaml", RIGHT);
        assertThatIllegalStateException()
                .isThrownBy(() -> ShippedLessons.mustBeSaid(lesson, "own.yaml", without("lesson.own.hint.answer")))
                .withMessage("practice/lessons/own.yaml: no words lesson.own.hint.answer in en");
        ShippedLessons.mustBeSaid(lesson, "own.yaml", without("nothing"));
    }

    private static Words without(String missing) {
        return new Words() {
            @Override
            public List<Language> languages() {
                return List.of(Language.ENGLISH);
            }

            @Override
            public List<Language> languagesOn(String path) {
                return languages();
            }

            @Override
            public boolean has(String language, String key) {
                return !key.equals(missing);
            }

            @Override
            public String say(Language language, String key, Object... named) {
                return key;
            }
        };
    }
}

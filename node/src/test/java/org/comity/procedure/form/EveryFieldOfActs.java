package org.comity.procedure.form;

import java.util.Set;
import org.comity.convention.Convention;
import org.comity.convention.reading.PracticeLaw;
import org.comity.procedure.ActRendering;
import org.comity.procedure.form.EverySaying.Saying;
import org.comity.sealing.letter.EveryLine;
import org.comity.ui.Words;
import org.comity.ui.words.WordsForTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Walks all that the acts of one procedure can say: its reader sees it in preview, approval, thread, letter and PDF. */
public abstract class EveryFieldOfActs {

    protected static final String REQUEST = "request";
    protected static final Words WORDS = WordsForTests.load();
    protected static final Convention LAW = PracticeLaw.held();

    private final EverySaying every;
    private final Set<String> keys;
    private final String procedure;

    /**
     * @param every what a subclass's {@code sayings()} gives one by one
     * @param keys of the act that opens a thread
     */
    protected EveryFieldOfActs(EverySaying every, Set<String> keys, String procedure) {
        this.every = every;
        this.keys = keys;
        this.procedure = procedure;
    }

    protected abstract ActRendering rendering();

    @ParameterizedTest
    @MethodSource("sayings")
    void has_its_line_in_every_language(Saying saying) {
        WORDS.languages().forEach(it -> every.hasItsLine(saying, rendering(), it));
    }

    @Test
    void no_key_of_an_act_is_left_out_of_this_walk() {
        every.mustNameEveryKey(REQUEST, keys, procedure);
    }

    @Test
    void no_two_of_them_read_alike() {
        WORDS.languages().forEach(it -> every.differ(rendering(), it));
    }

    @Test
    void each_of_these_lines_is_in_the_documents() {
        WORDS.languages()
                .forEach(language -> EveryLine.mustStandIn(
                        language.locale(),
                        every.all().stream()
                                .flatMap(it -> it.sections(rendering(), language).stream())
                                .distinct()
                                .toList()));
    }
}

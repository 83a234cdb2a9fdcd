package org.comity.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.comity.directory.PracticeNetwork.Laid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The practice desk is made once, at the first start, and never where somebody practised already. */
class DemoDeskTest {

    private static final Laid NOBODY = new Laid(Path.of("none"), false, List.of());

    @TempDir
    Path home;

    private final List<String> said = new ArrayList<>();

    @Test
    void a_second_start_makes_nothing_twice() throws Exception {
        Files.createDirectories(home.resolve("operator"));
        Files.writeString(home.resolve("lives"), "made");
        var desk = desk(false);

        desk.make(NOBODY, said::add);

        assertThat(said).isEmpty();
        assertThat(desk.settings()).as("no clock is moved").isEmpty();
        assertThat(desk.interrupted()).isFalse();
        assertThat(home.resolve("practice-desk.clock")).doesNotExist();
    }

    @Test
    void where_somebody_practised_before_nothing_is_made() throws Exception {
        Files.createDirectories(home.resolve("operator"));
        var desk = desk(false);

        desk.make(NOBODY, said::add);

        assertThat(said).isEmpty();
        assertThat(desk.settings()).isEmpty();
    }

    @Test
    void who_wants_it_empty_gets_it_empty() throws Exception {
        var desk = desk(true);

        desk.make(NOBODY, said::add);

        assertThat(said).isEmpty();
        assertThat(desk.settings()).isEmpty();
    }

    @Test
    void what_was_interrupted_is_made_anew() throws Exception {
        Files.createDirectories(home.resolve("operator"));
        Files.writeString(home.resolve("practice-desk.clock"), "PT-100H");

        assertThat(desk(false).interrupted()).isTrue();
        assertThat(desk(false).settings()).contains("node.clock.file=" + home.resolve("practice-desk.clock"));
    }

    @Test
    void the_settings_of_the_making_end_with_it() throws Exception {
        var desk = desk(false);
        desk.lay(2, 18_440);
        assertThat(desk.settings()).hasSize(5);

        Files.delete(home.resolve("practice-desk.clock"));

        assertThat(desk.settings()).as("of a later start").isEmpty();
    }

    @Test
    void a_fault_that_lasts_is_said_once_and_ends_nothing() {
        var looks = new AtomicInteger();
        DemoDesk.lookOnAndOn(
                () -> {
                    switch (looks.incrementAndGet()) {
                        case 1, 2 -> throw new IllegalStateException("no such blank");
                        case 3, 4, 6 -> throw new IOException("refused");
                        case 5 -> assertThat(said).hasSize(2);
                        default -> throw new InterruptedException();
                    }
                },
                Duration.ZERO,
                said::add);

        assertThat(looks).hasValue(7);
        assertThat(said)
                .extracting(it -> it.replaceAll(".*: ", ""))
                .containsExactly("no such blank", "refused", "refused");
    }

    private DemoDesk desk(boolean empty) {
        return new DemoDesk(home, empty, Clock.systemUTC());
    }
}

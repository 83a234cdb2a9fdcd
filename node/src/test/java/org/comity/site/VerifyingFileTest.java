package org.comity.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.comity.directory.Directory;
import org.comity.vocabulary.CallerOrigin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockMultipartFile;

/** Where a stranger's file lies while it is checked, and that nobody keeps the turn of one that could not be. */
class VerifyingFileTest {

    private static final CallerOrigin FIRST = CallerOrigin.of("192.0.2.1");
    private static final CallerOrigin SECOND = CallerOrigin.of("198.51.100.2");

    @TempDir
    Path home;

    @Test
    void a_file_lies_under_the_nodes_home_while_it_is_checked_and_a_killed_nodes_is_gone_at_the_next_start()
            throws Exception {
        var folder = Files.createDirectories(home.resolve("verifying"));
        Files.writeString(folder.resolve("to-verify1.zip"), "of a node that was killed");
        var places = new ArrayList<Path>();

        var verifying = verifying(home);
        assertThat(folder).isEmptyDirectory();
        assertThat(verifying.verify(given(places), List.of(), FIRST)).isPresent();

        assertThat(places).hasSize(1).allMatch(it -> it.startsWith(folder));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void where_no_file_can_be_made_no_turn_is_lost() throws Exception {
        var full = Files.writeString(home.resolve("full"), "no folder can be made in it");
        var verifying = verifying(full);

        for (int n = 0; n < 5; n++) {
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> verifying.verify(given(new ArrayList<>()), List.of(), FIRST));
        }
        Files.delete(full);
        assertThat(verifying.verify(given(new ArrayList<>()), List.of(), FIRST)).isPresent();
    }

    @Test
    void one_caller_with_a_check_under_way_keeps_no_other_from_one() throws Exception {
        var verifying = verifying(home);
        var said = new ArrayList<String>();
        var slow = new MockMultipartFile("file", "thread.zip", "application/zip", new byte[] {1}) {
            @Override
            public void transferTo(Path to) throws IOException {
                said.add("again: "
                        + verifying
                                .verify(given(new ArrayList<>()), List.of(), FIRST)
                                .isPresent());
                said.add("another: "
                        + verifying
                                .verify(given(new ArrayList<>()), List.of(), SECOND)
                                .isPresent());
                super.transferTo(to);
            }
        };

        assertThat(verifying.verify(slow, List.of(), FIRST)).isPresent();

        assertThat(said).containsExactly("again: false", "another: true");
    }

    private static VerifyingFile verifying(Path home) throws IOException {
        return new VerifyingFile(mock(Directory.class), Clock.systemUTC(), home);
    }

    private static MockMultipartFile given(List<Path> places) {
        return new MockMultipartFile("file", "thread.zip", "application/zip", new byte[] {1}) {
            @Override
            public void transferTo(Path to) throws IOException {
                places.add(to);
                super.transferTo(to);
            }
        };
    }
}

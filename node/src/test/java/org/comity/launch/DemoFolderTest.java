package org.comity.launch;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.comity.directory.PracticeNetwork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody's folder is somebody's: the demo neither lays anything in it nor removes it. */
class DemoFolderTest {

    @TempDir
    Path above;

    private Path home;
    private DemoFolder folder;

    @BeforeEach
    void make() throws Exception {
        home = Files.createDirectory(above.resolve("home"));
        folder = new DemoFolder(home);
    }

    /** Both names are what a desk that was not made to its end leaves. */
    @ParameterizedTest
    @ValueSource(strings = {"clock", "practice-desk.clock", "practice-network", "notes.txt"})
    void a_folder_with_something_else_is_refused_and_stays_as_it_is(String name) throws Exception {
        var file = Files.writeString(home.resolve(name), "PT-1H");
        for (var more : List.of(List.<String>of(), List.of("--reset"))) {
            var arguments = new java.util.ArrayList<>(List.of("--home", home.toString(), "--port", "59000"));
            arguments.addAll(more);
            assertThatThrownBy(() -> new Demo(arguments).run())
                    .isInstanceOf(CommandStopped.class)
                    .hasMessageContaining("something else than a practice network");
        }
        assertThatThrownBy(folder::clear).isInstanceOf(CommandStopped.class);
        try (var there = Files.list(home)) {
            assertThat(there).containsExactly(file);
        }
    }

    /** Two networks may lie side by side; one folder has one. */
    @Test
    void what_runs_in_the_folder_beside_does_not_keep_a_network_from_starting() throws Exception {
        try (var busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var beside = FileChannel.open(above.resolve("demo.lock"), CREATE, WRITE)) {
            assertThat(beside.lock().isValid()).isTrue();
            var port = Integer.toString(busy.getLocalPort());
            assertThatThrownBy(() -> new Demo(List.of("--home", home.toString(), "--port", port)).run())
                    .hasMessageContaining("Port " + port + " is in use");
            folder.refuseOthers();

            try (var here = FileChannel.open(home.resolve("demo.lock"), CREATE, WRITE)) {
                assertThat(here.lock().isValid()).isTrue();
                assertThatThrownBy(() -> new Demo(List.of("--home", home.toString(), "--port", port)).run())
                        .isInstanceOf(OverlappingFileLockException.class);
            }
        }
    }

    @Test
    void what_the_demo_did_not_lay_stays_when_its_network_goes() throws Exception {
        folder.refuseOthers();
        folder.mark();
        new DemoDesk(home, false, Clock.systemUTC()).lay(2, 18_440);
        Files.writeString(home.resolve("lives"), "made");
        var notes = Files.writeString(home.resolve("notes.txt"), "mine");

        folder.clear();

        try (var there = Files.list(home)) {
            assertThat(there).containsExactlyInAnyOrder(notes, home.resolve("practice-network"));
        }
        folder.refuseOthers();
    }

    @Test
    void every_folder_of_a_network_is_known() throws Exception {
        PracticeNetwork.lay(home, 3);
        try (var there = Files.list(home)) {
            assertThat(there.map(it -> it.getFileName().toString())).isSubsetOf(PracticeNetwork.FOLDERS);
        }
    }

    @Test
    void a_network_laid_before_there_was_a_mark_is_known() throws Exception {
        PracticeNetwork.lay(home, 2);
        folder.refuseOthers();
        folder.clear();
        assertThat(home).isEmptyDirectory();
    }
}

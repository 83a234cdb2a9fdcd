package org.comity.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.comity.sealing.Tool;
import org.comity.viewer.ShownPart.Field;
import org.comity.viewer.ViewerSandbox.Kind;
import org.comity.viewer.ViewerSettings.Isolation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A child that something evil has taken over tries from inside what the node's user could do to the node's files. */
@Tag("long")
class ViewerSandboxTest {

    private static final List<Path> PROGRAMS = List.of(Path.of("/usr/bin"), Path.of("/bin"));
    private static final String WORDS = "wrapped key of an item";

    @TempDir
    Path vault;

    @TempDir
    Path elsewhere;

    private Path read;
    private Path truncated;
    private Path deleted;

    @BeforeEach
    void files() throws IOException {
        read = Files.writeString(vault.resolve("read"), WORDS);
        truncated = Files.writeString(vault.resolve("truncated"), WORDS);
        deleted = Files.writeString(vault.resolve("deleted"), WORDS);
    }

    /** Each kind that code accepts is tried; one that is added is tried too. */
    @ParameterizedTest
    @EnumSource(value = Isolation.class, mode = EnumSource.Mode.EXCLUDE, names = "OFF")
    void from_inside_no_file_of_the_node_can_be_read_deleted_or_truncated(Isolation kind) throws IOException {
        var walls = new ViewerSandbox(kind, vault, PROGRAMS);
        stands(walls);
        assertThat(attacks(walls).fields())
                .containsExactly(
                        new Field("read", "no"),
                        new Field("truncated", "no"),
                        new Field("deleted", "no"),
                        new Field("listed", "no"));
        for (var each : List.of(read, truncated, deleted)) assertThat(each).hasContent(WORDS);
    }

    @Test
    void without_a_wall_the_same_child_reads_truncates_and_deletes() throws IOException {
        assertThat(attacks(new Unwalled()).fields())
                .containsExactly(
                        new Field("read", "yes"),
                        new Field("truncated", "yes"),
                        new Field("deleted", "yes"),
                        new Field("listed", "yes"));
        assertThat(truncated).isEmptyFile();
        assertThat(deleted).doesNotExist();
    }

    @Test
    void the_child_has_no_network_no_files_and_no_rights() throws IOException {
        var walls = new ViewerSandbox(Isolation.BUBBLEWRAP, vault, PROGRAMS);
        stands(walls);
        try (var listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(child(walls, "looks", "" + listening.getLocalPort(), read.toString())
                            .fields())
                    .containsExactly(
                            new Field("network", "none"),
                            new Field("environment", "0"),
                            new Field("writes", "nothing"),
                            new Field("files", "none"),
                            new Field("processes", "own"));
        }
    }

    @Test
    void where_bubblewrap_is_not_installed_nothing_is_drawn_and_health_says_so() throws IOException {
        var walls = new ViewerSandbox(Isolation.BUBBLEWRAP, vault, List.of(elsewhere));
        assertThat(walls.kind()).isEqualTo(Kind.MISSING);
        assertThat(attacks(walls)).isEqualTo(ShownPart.failed("no-walls"));
        assertThat(deleted).hasContent(WORDS);
        assertThat(new ViewerLine(walls).lines()).extracting(it -> it.word()).containsExactly("missing");
    }

    /** Some systems put a program in its place that runs what it is given, as it is. */
    @Test
    void a_wall_that_hides_nothing_is_none() throws IOException {
        var fake = Files.writeString(elsewhere.resolve("bwrap"), """
                #!/bin/sh
                while [ "$1" != --chdir ]; do shift; done
                shift 2
                exec "$@"
                """);
        Files.setPosixFilePermissions(fake, PosixFilePermissions.fromString("rwx------"));
        var walls = new ViewerSandbox(Isolation.BUBBLEWRAP, vault, List.of(elsewhere));
        assertThat(walls.kind()).isEqualTo(Kind.MISSING);
        assertThat(attacks(walls)).isEqualTo(ShownPart.failed("no-walls"));
        assertThat(deleted).hasContent(WORDS);
    }

    /** A link to the vault is missing inside, and what it leads to is there. */
    @Test
    void a_vault_behind_a_link_or_a_key_beside_it_must_be_hidden_where_it_truly_lies() throws IOException {
        stands(new ViewerSandbox(Isolation.BUBBLEWRAP, vault, PROGRAMS));
        var seen = Path.of("/usr/bin");
        var link = Files.createSymbolicLink(elsewhere.resolve("vault"), seen);
        assertThat(new ViewerSandbox(Isolation.BUBBLEWRAP, link, PROGRAMS).kind())
                .isEqualTo(Kind.MISSING);

        var home = Files.createDirectory(elsewhere.resolve("home"));
        Files.writeString(home.resolve("key.p12"), WORDS);
        assertThat(new ViewerSandbox(Isolation.BUBBLEWRAP, vault, List.of(home, home.resolve("keys")), PROGRAMS).kind())
                .isEqualTo(Kind.BUBBLEWRAP);
        Files.createSymbolicLink(home.resolve("keys"), seen);
        assertThat(new ViewerSandbox(Isolation.BUBBLEWRAP, vault, List.of(home), PROGRAMS).kind())
                .isEqualTo(Kind.MISSING);
    }

    /** It is installed, and the kernel lets nobody make namespaces. */
    @Test
    void a_wall_that_does_not_start_is_none_and_is_looked_for_again() throws IOException {
        var fake = Files.writeString(elsewhere.resolve("bwrap"), "#!/bin/sh\nexit 1\n");
        Files.setPosixFilePermissions(fake, PosixFilePermissions.fromString("rwx------"));
        var walls = new ViewerSandbox(Isolation.BUBBLEWRAP, vault, List.of(elsewhere));
        assertThat(walls.kind()).isEqualTo(Kind.MISSING);
        stands(new ViewerSandbox(Isolation.BUBBLEWRAP, vault, PROGRAMS));
        Files.delete(fake);
        Files.createSymbolicLink(fake, Path.of("/usr/bin/bwrap"));
        assertThat(walls.kind()).isEqualTo(Kind.BUBBLEWRAP);
    }

    @Test
    void where_it_is_switched_off_nothing_is_drawn() throws IOException {
        var walls = new ViewerSandbox(Isolation.OFF, vault, PROGRAMS);
        assertThat(walls.kind()).isEqualTo(Kind.OFF);
        assertThat(attacks(walls)).isEqualTo(ShownPart.failed("off"));
        assertThat(deleted).hasContent(WORDS);
    }

    /** On the build server it must. */
    private static void stands(ViewerSandbox walls) {
        Tool.needs(walls.kind() == Kind.BUBBLEWRAP, "bubblewrap that may work here");
    }

    private ShownPart attacks(ViewerSandbox walls) throws IOException {
        return child(walls, "attacks", read.toString(), truncated.toString(), deleted.toString());
    }

    private static ShownPart child(ViewerSandbox walls, String... told) throws IOException {
        var program = new java.util.ArrayList<>(List.of(told));
        program.addFirst(Misbehaving.class.getName());
        var drawing = new DrawingProcess(walls, DrawingProcessTest.settings(Duration.ofSeconds(60)));
        return drawing.draw(program, new ByteArrayInputStream(new byte[0]));
    }
}

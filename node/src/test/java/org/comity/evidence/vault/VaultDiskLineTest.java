package org.comity.evidence.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.comity.evidence.EvidenceSettings;
import org.comity.evidence.PracticeFaces;
import org.comity.ui.HealthLine;
import org.comity.ui.HealthLine.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** A disk that holds evidence alone fills up where nobody looks: Health tells before it is full. */
class VaultDiskLineTest {

    private static final long GB = 1L << 30;
    /** Of another file system than every folder for temporary files. */
    private static final Path ELSEWHERE = Path.of("/proc");

    @TempDir
    Path home;

    @Test
    void a_disk_of_its_own_has_its_line() {
        assertThat(lines(ELSEWHERE, 400 * GB, 1000 * GB)).singleElement().satisfies(it -> says(it, State.GOOD, "free"));
        assertThat(lines(ELSEWHERE, 99 * GB, 1000 * GB))
                .singleElement()
                .satisfies(it -> says(it, State.LOOK, "filling"));
        assertThat(lines(ELSEWHERE, 29 * GB, 1000 * GB)).singleElement().satisfies(it -> says(it, State.BAD, "full"));
        assertThat(lines(ELSEWHERE, GB / 3, GB)).singleElement().satisfies(it -> says(it, State.BAD, "full"));
    }

    @Test
    void one_that_cannot_be_read_does_not_work() {
        assertThat(lines(home.resolve("not mounted"), GB, GB))
                .singleElement()
                .satisfies(it -> says(it, State.BAD, "unreadable"));
    }

    @Test
    void on_the_nodes_own_disk_one_line_is_enough() {
        assertThat(lines(home, 29 * GB, 1000 * GB)).isEmpty();
    }

    private List<HealthLine> lines(Path folder, long room, long disk) {
        var vault = PracticeFaces.only(Vault.class, (what, arguments) -> switch (what) {
            case "room" -> room;
            case "disk" -> disk;
            default -> throw new UnsupportedOperationException(what);
        });
        var settings = new EvidenceSettings(folder, 1, 1, Duration.ofDays(30), DataSize.ofGigabytes(1), null);
        return new VaultDiskLine(vault, settings, home).lines();
    }

    private static void says(HealthLine line, State state, String word) {
        assertThat(line.topic()).isEqualTo("vault-disk");
        assertThat(line.state()).isEqualTo(state);
        assertThat(line.word()).isEqualTo(word);
    }
}

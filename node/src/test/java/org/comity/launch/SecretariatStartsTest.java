package org.comity.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is prepared for nodes fits none that carries the Secretariat's rooms, so its file is looked at first. */
class SecretariatStartsTest {

    @TempDir
    Path folder;

    @Test
    void the_file_says_whether_the_secretariats_rooms_are_on() throws Exception {
        assertThat(carries("node:\n  id: XS-1\nnode.secretariat.enabled: true\n"))
                .isTrue();
        assertThat(carries("node:\n  secretariat:\n    enabled: true\n")).isTrue();
        assertThat(carries("node:\n  secretariat.enabled: false\n")).isFalse();
        assertThat(carries("node:\n  id: XA-1\n")).isFalse();
    }

    private boolean carries(String yaml) throws Exception {
        return Commands.carriesSecretariat(Files.writeString(folder.resolve("node.yaml"), yaml));
    }
}

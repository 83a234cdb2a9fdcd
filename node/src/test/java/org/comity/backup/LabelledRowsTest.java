package org.comity.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A backup holds no row whose label may lie in none. */
class LabelledRowsTest {

    @Test
    void of_what_bears_a_label_only_what_may_lie_in_a_backup_is_written() {
        assertThat(WritingBackup.what(new BackupManifest.Table("p", "forum.post", "id, tlp, text")))
                .isEqualTo(
                        "(select id, tlp, text from forum.post where tlp in ('CLEAR', 'GREEN', 'AMBER', 'AMBER_STRICT'))");
        assertThat(WritingBackup.what(new BackupManifest.Table("p", "thread.act", "id, tlp_of, text")))
                .isEqualTo("thread.act (id, tlp_of, text)");
    }

    /** What is told to named persons is in all of these, so each says its label; numbers of steps and hosts say nothing of it. */
    @Test
    void every_table_of_what_is_said_in_rooms_has_a_label() throws Exception {
        try (var files = Files.list(Path.of("src/main/resources/db/migration/forum"))) {
            var sql = files.sorted().map(LabelledRowsTest::read).collect(Collectors.joining("\n"));
            var tables = Pattern.compile("create table forum\\.(\\w+) \\((.*?)\n\\);", Pattern.DOTALL)
                    .matcher(sql)
                    .results()
                    .filter(it -> !Pattern.compile("\n    tlp +text +not null")
                            .matcher(it.group(2))
                            .find())
                    .map(it -> it.group(1))
                    .toList();
            assertThat(tables)
                    .containsExactlyInAnyOrder("room", "member", "moderator", "moderation_before", "asked_host");
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

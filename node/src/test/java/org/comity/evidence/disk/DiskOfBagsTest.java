package org.comity.evidence.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import org.comity.evidence.EvidenceCases.Case;
import org.comity.evidence.EvidenceRefused;
import org.comity.evidence.disk.Disk.Line;
import org.comity.proof.BagWriting;
import org.comity.ui.Language;
import org.comity.ui.words.WordsForTests;
import org.comity.vocabulary.Official;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a work on the disk says of itself while it goes on, and how it ends. */
class DiskOfBagsTest {

    private static final Official PIA = new Official("pia", "P. Osei", "XB-1/o-3", Set.of());
    private static final Case CASE = new Case("thread", "XA-2026-000001");

    @TempDir
    Path folder;

    @Test
    void a_bag_whose_item_is_destroyed_while_it_is_written_ends_in_a_sentence_and_unfinished() {
        var disk = new PracticeDisk(folder).carrying((what, arguments) -> {
            ((BagWriting) arguments[0]).add("items/ab/item.json", "{}".getBytes(StandardCharsets.UTF_8));
            throw new EvidenceRefused("destroyed-meanwhile", "mailbox.mbox");
        });

        var name = disk.start().writeOut(CASE, PIA);
        await().until(() -> disk.work().ended() != null);

        assertThat(disk.work().lines()).containsExactly(new Line(name, false, "destroyed-meanwhile", "mailbox.mbox"));
        assertThat(disk.start().folders()).extracting(Disk.Folder::kind).containsExactly(Disk.Kind.UNFINISHED);
        assertThat(WordsForTests.load().say(Language.ENGLISH, "disk.line.destroyed-meanwhile"))
                .contains("declared destroyed", "Delete its folder on the disk and press again");
    }
}

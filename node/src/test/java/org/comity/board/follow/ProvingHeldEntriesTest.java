package org.comity.board.follow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.comity.board.PracticeHosts;
import org.comity.board.host.PracticeBoardHost;
import org.comity.proof.feed.Audience;
import org.comity.proof.seal.Anchor;
import org.comity.proof.verify.Verify;
import org.junit.jupiter.api.Test;

/** An entry is proved from what is held here, without its host, as a court checks it. */
class ProvingHeldEntriesTest extends FollowingCase {

    /** The host is stopped, and the file is checked as a court does: by keys that it has from elsewhere. */
    @Test
    void one_entry_is_proved_from_what_lies_here_without_the_host_and_without_the_board() throws Exception {
        for (int n = 0; n < 6; n++) host.boards.publish("treaty", "S" + n, Audience.PUBLIC, Map.of("title", "T" + n));
        host.boards.publish("needs", "n1", Audience.PARTICIPANTS, Map.of("title", "A need"));
        xa.turn();
        for (int n = 6; n < 9; n++) host.boards.publish("treaty", "S" + n, Audience.PUBLIC, Map.of("title", "T" + n));
        xa.turn();
        lines.stopped.add(PracticeHosts.HOST);

        var entry = xa.held.standing(PracticeHosts.HOST, "treaty", "S3").orElseThrow();
        var proof = xa.held
                .proof(PracticeHosts.HOST, "treaty", entry.act(), true, 6L)
                .orElseThrow();
        assertThat(proof).contains("\nindex 3\n");
        var verdict = verified(proof);
        assertThat(verdict).contains("HOLDS", "publishes subject S3", "is what was published", "key of registers of");

        var need = xa.held
                .standing(PracticeHosts.HOST, "needs", "n1")
                .orElseThrow()
                .act();
        assertThat(xa.held.proof(PracticeHosts.HOST, "needs", need, true, null))
                .as("not for everybody")
                .isEmpty();
        assertThat(xa.held.proof(PracticeHosts.HOST, "treaty", need, false, null))
                .as("of another board")
                .isEmpty();
        assertThat(verified(xa.held
                        .proof(PracticeHosts.HOST, "needs", need, false, null)
                        .orElseThrow()))
                .contains("HOLDS", "subject n1");
        assertThat(verified(host.own
                        .proof(PracticeHosts.HOST, "treaty", entry.act(), true, null)
                        .orElseThrow()))
                .contains("HOLDS", "subject S3");
    }

    /** For everybody too: that a feed has a number makes nothing of it less public (R169, R170). */
    @Test
    void an_entry_of_a_feed_that_continues_another_is_proved_like_any_other() throws Exception {
        host = new PracticeBoardHost(source, clock, 3);
        lines.put(PracticeHosts.HOST, host.shelf);
        for (int n = 0; n < 5; n++) {
            host.boards.publish("treaty", "S" + n, Audience.PUBLIC, Map.of("title", "T" + n));
            host.boards.publish("needs", "n" + n, Audience.PARTICIPANTS, Map.of("title", "A need"));
        }
        xa.turn();

        var entry = xa.held.standing(PracticeHosts.HOST, "treaty", "S4").orElseThrow();
        assertThat(entry.publication().feed().word()).isEqualTo("public-2");
        var need = xa.held.standing(PracticeHosts.HOST, "needs", "n4").orElseThrow();
        assertThat(need.publication().feed().word()).isEqualTo("participants-2");
        for (var source : List.of(xa.held, host.own)) {
            assertThat(verified(source.proof(PracticeHosts.HOST, "treaty", entry.act(), true, null)
                            .orElseThrow()))
                    .contains("HOLDS", "publishes subject S4");
            assertThat(source.proof(PracticeHosts.HOST, "needs", need.act(), true, null))
                    .as("not for everybody")
                    .isEmpty();
            assertThat(verified(source.proof(PracticeHosts.HOST, "needs", need.act(), false, null)
                            .orElseThrow()))
                    .contains("HOLDS", "publishes subject n4");
        }
    }

    /** What was taken back is proved to have been published, and is told to nobody again. */
    @Test
    void what_does_not_stand_any_more_is_proved_without_what_it_said() throws Exception {
        host.boards.publish("treaty", "XA", Audience.PUBLIC, Map.of("title", "first"));
        xa.turn();
        var act = xa.held
                .standing(PracticeHosts.HOST, "treaty", "XA")
                .orElseThrow()
                .act();
        host.boards.withdraw("treaty", "XA", "by mistake");
        xa.turn();
        for (var source : List.of(xa.held, host.own)) {
            var proof =
                    source.proof(PracticeHosts.HOST, "treaty", act, true, null).orElseThrow();
            assertThat(verified(proof)).contains("HOLDS", "What was published is not in this file");
        }
    }

    private static String verified(String proof) throws Exception {
        var file = Files.createTempFile("entry", ".tlog-proof");
        var out = new ByteArrayOutputStream();
        try (var print = new PrintStream(out, true, UTF_8)) {
            Files.writeString(file, proof);
            var host = PracticeHosts.HOST;
            Verify.run(
                    new String[] {
                        file.toString(),
                        "--anchor",
                        host + "/seal=" + Anchor.fingerprint(PracticeHosts.certificate(host, "seal")),
                        "--anchor",
                        host + "/register=" + Anchor.fingerprint(PracticeHosts.certificate(host, "register"))
                    },
                    print,
                    print);
        } finally {
            Files.deleteIfExists(file);
        }
        return out.toString(UTF_8);
    }
}

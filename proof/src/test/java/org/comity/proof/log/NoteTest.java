package org.comity.proof.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Notes, checkpoints and proofs as c2sp.org writes them. */
class NoteTest {

    /** The example of c2sp.org/signed-note. */
    private static final String KEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

    private static final String NOTE = """
            This is an example message.

            \u2014 example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
            """;

    private static final NoteSigner LOG = TestSigner.ed25519("comity/XA-1/domestic");
    private static final NoteSigner WITNESS = TestSigner.ed25519("witness.example/w1");
    private static final Checkpoint HEAD = new Checkpoint("comity/XA-1/domestic", 5, "ab".repeat(32));

    @Test
    void the_published_note_is_read_and_verified() {
        var key = NoteKey.read(KEY);
        assertThat(key.text()).isEqualTo(KEY);
        assertThat(note(NOTE).signedBy(key)).isTrue();
        assertThat(note(NOTE).write()).isEqualTo(NOTE);
        assertThat(note(NOTE.replace("example message", "example massage")).signedBy(key))
                .isFalse();
    }

    @Test
    void the_published_checkpoint_and_proof_have_their_form() {
        var checkpoint = Checkpoint.read(
                "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n");
        assertThat(checkpoint.size()).isEqualTo(20852163);
        assertThat(Checkpoint.read(checkpoint.text())).isEqualTo(checkpoint);
    }

    @Test
    void cosignatures_stand_beside_the_signature_and_unknown_ones_are_passed_over() {
        var note = Note.read(Note.sign(HEAD.text(), LOG, WITNESS).write());
        assertThat(note.signedBy(LOG.key())).isTrue();
        assertThat(note.signedBy(WITNESS.key())).isTrue();
        assertThat(note.signedBy(TestSigner.ed25519("comity/XA-1/domestic").key()))
                .isFalse();
        assertThat(Checkpoint.read(note.text())).isEqualTo(HEAD);
    }

    @Test
    void one_wrong_signature_of_a_key_is_enough_for_no() {
        var right = Note.sign(HEAD.text(), LOG);
        var wrong = Note.sign(HEAD.text() + "more\n", LOG);
        var both = new Note(
                right.text(),
                List.of(right.signatures().getFirst(), wrong.signatures().getFirst()));
        assertThat(both.signedBy(LOG.key())).isFalse();
    }

    @Test
    void every_flipped_bit_of_a_note_is_refused_or_unsigned() {
        byte[] bytes = Note.sign(HEAD.text(), LOG).write().getBytes(UTF_8);
        for (int i = 0; i < bytes.length * 8; i++) {
            byte[] changed = bytes.clone();
            changed[i / 8] ^= (byte) (1 << i % 8);
            assertThat(holds(changed)).as("bit %d", i).isFalse();
        }
    }

    private static boolean holds(byte[] bytes) {
        try {
            return Note.read(bytes).signedBy(LOG.key());
        } catch (UnreadableNote e) {
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "text\n",
                "text\n\n",
                "text\n\nno signature\n",
                "text\n\n\u2014 name AAAA\n",
                "text\n\n\u2014 na+me AAAAAAAA\n",
                "text\n\n\u2014 name AAAAAAAB=\n",
                "te\txt\n\n\u2014 name AAAAAAAA\n",
                "text\n\n\u2014 name AAAAAAAA"
            })
    void what_is_no_note(String text) {
        assertThatThrownBy(() -> note(text)).isInstanceOf(UnreadableNote.class).hasMessageStartingWith("note:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "o\n1\n",
                "o\n01\nROOT\n",
                "o\n-1\nROOT\n",
                "\n1\nROOT\n",
                "o\n1\nAAAA\n",
                "o\n1\nROOT\n\nx\n",
                "o\n1\nROOT"
            })
    void what_is_no_checkpoint(String text) {
        var root = Base64Lines.write(new byte[32]);
        assertThatThrownBy(() -> Checkpoint.read(text.replace("ROOT", root)))
                .isInstanceOf(UnreadableNote.class)
                .hasMessageStartingWith("checkpoint:");
    }

    @Test
    void a_proof_is_read_as_it_was_written_and_nothing_else_breaks_the_reader() {
        var proof =
                new LogProof(new byte[] {1, 2}, 3, List.of(new byte[32], new byte[32]), Note.sign(HEAD.text(), LOG));
        byte[] bytes = proof.write().getBytes(UTF_8);
        assertThat(LogProof.read(bytes).write()).isEqualTo(proof.write());
        assertThat(proof.write()).startsWith("c2sp.org/tlog-proof@v1\nextra AQI=\nindex 3\n");

        var chance = new Random(9162);
        for (int i = 0; i < 2000; i++) {
            byte[] changed = bytes.clone();
            for (int j = chance.nextInt(1, 4); j > 0; j--) {
                changed[chance.nextInt(changed.length)] = (byte) chance.nextInt(256);
            }
            try {
                LogProof.read(changed);
            } catch (UnreadableNote e) {
                assertThat(e.code()).isIn("log-proof", "note");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/fop+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903a",
                "x",
                ""
            })
    void what_is_no_key(String text) {
        assertThatThrownBy(() -> NoteKey.read(text))
                .isInstanceOf(UnreadableNote.class)
                .hasMessageStartingWith("note-key:");
    }

    private static Note note(String text) {
        return Note.read(text);
    }
}

package org.comity.sealing.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import org.comity.proof.age.HybridRecipient;
import org.comity.proof.item.ItemKey;
import org.comity.sealing.KeyCeremony;
import org.comity.sealing.KeysCommand;
import org.comity.sealing.Sealing.CannotOpen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key is lost, and the node gets new ones, as the guide says: the evidence that it holds opens all the same. */
class EarlierIdentitiesTest {

    @TempDir
    Path folder;

    private final ItemKey item = ItemKey.fresh();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private byte[] forNode;
    private byte[] forRecovery;

    @BeforeEach
    void an_item_lies_here_and_the_key_is_lost() throws Exception {
        ceremony("recovery");
        forNode = header(KeyCeremony.ageRecipient(keys()));
        forRecovery = header(KeyCeremony.ageRecipient(folder.resolve("recovery")));
        lost("keys-1", "recovery-2");
    }

    @Test
    void with_the_folder_that_was_moved_aside_it_opens() throws Exception {
        cannotOpen(forNode);

        assertThat(earlier("keys-1")).isZero();

        opens(forNode);
        opens(header(KeyCeremony.ageRecipient(keys())));
        cannotOpen(forRecovery);
        assertThat(said.toString(UTF_8)).contains("1 earlier");
    }

    @Test
    void with_the_old_recovery_folder_what_was_sealed_here_opens() throws Exception {
        cannotOpen(forRecovery);

        assertThat(earlier("recovery")).isZero();

        opens(forRecovery);
    }

    @Test
    void a_key_that_was_lost_twice_takes_the_first_one_along() throws Exception {
        earlier("keys-1");
        var forSecond = header(KeyCeremony.ageRecipient(keys()));
        lost("keys-2", "recovery-3");

        assertThat(earlier("keys-2")).isZero();
        assertThat(earlier("keys-2")).as("again changes nothing").isZero();

        opens(forNode);
        opens(forSecond);
        assertThat(kept()).hasSize(2);
        for (var each : kept()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
                    .isEqualTo("rw-------");
        }
    }

    /** A thief may have the lost key: what says that it is from a peer today must be for today's. */
    @Test
    void no_message_is_read_with_an_earlier_key() throws Exception {
        earlier("keys-1");
        byte[] message = sealing().encrypt(new byte[] {1}, List.of(KeyCeremony.ageRecipient(folder.resolve("keys-1"))));

        assertThatExceptionOfType(CannotOpen.class).isThrownBy(() -> sealing().open(message));
    }

    @Test
    void a_folder_without_an_identity_changes_nothing() throws Exception {
        assertThat(earlier("nothing")).isOne();

        assertThat(said.toString(UTF_8)).contains("is not there. Check the path.");
        assertThat(folder.resolve("keys/earlier")).doesNotExist();
    }

    private void lost(String aside, String recovery) throws IOException {
        Files.move(keys(), folder.resolve(aside));
        ceremony(recovery);
    }

    private void ceremony(String recovery) {
        new KeyCeremony(Clock.systemUTC())
                .prepare(new KeyCeremony.Plan("XA-1", List.of("node.example"), keys(), folder.resolve(recovery)));
    }

    private int earlier(String from) {
        return KeysCommand.run(
                List.of("earlier", keys().toString(), folder.resolve(from).toString()), new PrintStream(said, true));
    }

    private List<Path> kept() throws IOException {
        try (var all = Files.list(folder.resolve("keys/earlier"))) {
            return all.toList();
        }
    }

    private byte[] header(String recipient) throws Exception {
        return item.header(HybridRecipient.parse(recipient)).bytes();
    }

    private void opens(byte[] header) throws Exception {
        assertThat(sealing().openItem(header).commitment()).isEqualTo(item.commitment());
    }

    private void cannotOpen(byte[] header) {
        assertThatExceptionOfType(CannotOpen.class).isThrownBy(() -> sealing().openItem(header));
    }

    /** As after a start. */
    private NodeSealing sealing() {
        return new NodeSealing(new KeyFolder(keys()), NoTimeStamps.NONE, Specimen.LIMITS, Clock.systemUTC());
    }

    private Path keys() {
        return folder.resolve("keys");
    }
}

package org.comity.directory.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.comity.directory.trust.ANode.MAREN;
import static org.comity.directory.trust.ANode.TOLVA;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.comity.directory.EntryVersions;
import org.comity.directory.Onboarding;
import org.comity.directory.OurEntry;
import org.comity.directory.PracticeNetwork;
import org.comity.directory.SignedParticipantEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of the ceremony and the page write versions of one entry: neither takes back what the other did, nor stops a start. */
class CeremonyFileTest {

    @TempDir
    private Path home;

    private Path state;
    private Path file;
    private ANode node;

    @BeforeEach
    void a_node() throws Exception {
        PracticeNetwork.lay(home, 2);
        state = home.resolve("xa-1");
        file = state.resolve("directory/entry.json");
        node = new ANode("XA-1", state, Instant.now(), Map.of());
    }

    @AfterEach
    void stops() {
        node.close();
    }

    @Test
    void a_certificate_is_renewed_after_the_page_was_used_and_what_was_approved_stays() throws Exception {
        approve("8 to 20");
        assertThat(file).as("before any start").hasBinaryContent(node.ourEntry().signed());

        var renewed = sign();
        node.startAgain();

        assertThat(renewed.entry().version()).isEqualTo(3);
        assertThat(node.ourEntry().entry().hash()).isEqualTo(renewed.entry().hash());
        assertThat(node.ourEntry().entry().hours()).isEqualTo("8 to 20");
        assertThat(node.warnings()).isEmpty();
    }

    @Test
    void a_second_version_of_the_same_number_stops_no_start_and_is_warned_of_until_it_is_signed_anew()
            throws Exception {
        var first = Files.readAllBytes(file);
        approve("8 to 20");
        Files.write(file, first);
        var stale = sign();
        assertThat(stale.entry().version()).isEqualTo(2);

        node.startAgain();

        assertThat(node.warnings()).containsExactly("our-entry-not-taken");
        assertThat(node.ourEntry().entry().hours()).isEqualTo("8 to 20");
        assertThat(file).hasBinaryContent(node.ourEntry().signed());
        assertThat(file.resolveSibling(EntryFile.ASIDE)).hasBinaryContent(stale.json());

        sign();
        node.startAgain();

        assertThat(node.ourEntry().entry().version()).isEqualTo(3);
        assertThat(node.warnings()).isEmpty();
    }

    /** E.g. listed by the operator, or with a new key on which two officers decided. */
    @Test
    void the_warning_goes_when_the_next_entry_is_taken_by_another_way_and_not_for_a_page() throws Exception {
        Files.writeString(file, "half");
        node.startAgain();
        approve("8 to 20");
        assertThat(node.warnings()).containsExactly("our-entry-not-taken");

        node.takes(sign(), EntryVersions.Source.LIST);
        assertThat(node.warnings()).isEmpty();

        node.startAgain();
        assertThat(node.ourEntry().entry().version()).isEqualTo(3);
        assertThat(node.warnings()).isEmpty();
    }

    @Test
    void what_is_no_entry_at_all_is_laid_aside() throws Exception {
        Files.writeString(file, "half");

        node.startAgain();

        assertThat(node.warnings()).containsExactly("our-entry-not-taken");
        assertThat(file).hasBinaryContent(node.ourEntry().signed());
    }

    @Test
    void the_page_does_not_overwrite_what_the_ceremony_signed_meanwhile() throws Exception {
        var signed = sign();

        approve("8 to 20");

        assertThat(file).hasBinaryContent(signed.json());
    }

    @Test
    void a_node_without_an_entry_does_not_start_with_the_entry_of_another() throws Exception {
        node.forget();
        Files.write(file, Files.readAllBytes(home.resolve("xb-1/directory/entry.json")));

        assertThatIllegalStateException()
                .isThrownBy(node::startAgain)
                .withMessage("entry.json cannot be ours: not of XA-1");
    }

    private void approve(String hours) {
        var us = node.directory().self();
        node.ourEntry()
                .propose(
                        new OurEntry.Content(us.phone(), us.mail(), hours, us.languages(), us.profile()),
                        node.ourEntry().seen(),
                        MAREN);
        node.ourEntry().approve(node.ourEntry().waiting().orElseThrow().entry().hash(), TOLVA);
    }

    /** As an administrator does with the certificates of the day. */
    private SignedParticipantEntry sign() throws Exception {
        var address = node.ourEntry().entry().node();
        return new Onboarding(state, Clock.systemUTC())
                .sign(address.as4(), address.evidence(), null, null, null, false);
    }
}

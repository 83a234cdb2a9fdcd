package org.comity.directory.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.comity.directory.trust.ANode.MAREN;
import static org.comity.directory.trust.ANode.TOLVA;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.comity.directory.Directory.Validity;
import org.comity.directory.EntryRefused;
import org.comity.directory.OurEntry;
import org.comity.directory.PracticeNetwork;
import org.comity.operator.OperatorApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes and an operator over HTTP: what one State writes, the other reads; without the operator they go on. */
class TwoNodesTest {

    @TempDir
    Path home;

    @Test
    void what_one_state_writes_the_other_reads_with_an_operator_and_without() throws Exception {
        var laid = PracticeNetwork.lay(home, 2);
        home.toFile().setExecutable(true, false);
        try (var operator =
                OperatorApplication.run(laid.operator(), "--server.port=0", "--node.database.durable=false")) {
            var url = Map.<String, Object>of(
                    "node.directory.url",
                    "http://localhost:" + operator.getEnvironment().getProperty("local.server.port"));
            try (var aldoria = new ANode("XA-1", home.resolve("xa-1"), Instant.now(), url);
                    var belmora = new ANode("XB-1", home.resolve("xb-1"), Instant.now(), url)) {
                assertThat(aldoria.directory().standing("XB-1")).isEqualTo(Validity.VALID);
                assertThat(aldoria.directory().get("XD-1").hasNode()).isFalse();
                assertThat(aldoria.directory().network())
                        .isEqualTo(belmora.directory().network());

                publishHours(belmora, "8 to 20");
                belmora.operator().follow();
                // As the door does for a certificate that it does not know (R124).
                aldoria.directory().lookAgain("XB-1");
                await().until(() -> aldoria.directory().get("XB-1").version() == 2);
                assertThat(aldoria.directory().get("XB-1").hours()).isEqualTo("8 to 20");
                belmora.operator().follow();
                assertThat(aldoria.directory().position())
                        .isEqualTo(belmora.directory().position());
                assertThat(aldoria.warnings()).isEmpty();

                belmora.startAgain();
                assertThat(belmora.warnings()).isEmpty();
                assertThat(belmora.directory().self().version()).isEqualTo(2);
                assertThat(home.resolve("xb-1/directory/entry.json"))
                        .hasBinaryContent(belmora.ourEntry().signed());

                operator.close();
                publishHours(belmora, "24/7");
                aldoria.operator().follow();
                assertThat(aldoria.warnings()).containsExactly("operator-unreachable");
                assertThat(aldoria.entries().take(belmora.ourEntry().signed(), MAREN))
                        .isEqualTo("XB-1");
                assertThat(aldoria.directory().get("XB-1").version()).isEqualTo(3);
                assertThat(aldoria.directory().standing("XB-1")).isEqualTo(Validity.VALID);
            }
        }
    }

    private static void publishHours(ANode node, String hours) {
        var us = node.directory().self();
        node.ourEntry()
                .propose(
                        new OurEntry.Content(us.phone(), us.mail(), hours, us.languages(), us.profile()),
                        node.ourEntry().seen(),
                        MAREN);
        assertThat(node.directory().self().version()).isEqualTo(us.version());
        var shown = node.ourEntry().waiting().orElseThrow().entry().hash();
        node.ourEntry()
                .propose(
                        new OurEntry.Content(us.phone(), us.mail(), "never", us.languages(), us.profile()),
                        node.ourEntry().seen(),
                        MAREN);
        assertThatExceptionOfType(EntryRefused.class)
                .as("only what this officer was shown")
                .isThrownBy(() -> node.ourEntry().approve(shown, TOLVA));
        node.ourEntry()
                .propose(
                        new OurEntry.Content(us.phone(), us.mail(), hours, us.languages(), us.profile()),
                        node.ourEntry().seen(),
                        MAREN);
        node.ourEntry().approve(node.ourEntry().waiting().orElseThrow().entry().hash(), TOLVA);
        assertThat(node.directory().self().hours()).isEqualTo(hours);
    }

    /** Approving waits for whoever is at it, and then sees what was done. */
    @Test
    void of_discarding_and_approving_at_once_the_second_is_told_that_nothing_waits() throws Exception {
        PracticeNetwork.lay(home, 2);
        try (var node = new ANode("XA-1", home.resolve("xa-1"), Instant.now(), Map.of());
                var other = java.util.concurrent.Executors.newSingleThreadExecutor()) {
            var us = node.ourEntry().entry();
            node.ourEntry()
                    .propose(
                            new OurEntry.Content(us.phone(), us.mail(), "09:00-17:00", us.languages(), us.profile()),
                            node.ourEntry().seen(),
                            MAREN);
            var hash = node.ourEntry().waiting().orElseThrow().entry().hash();
            var approved = new java.util.concurrent.atomic.AtomicReference<java.util.concurrent.Future<?>>();

            node.inTransaction(() -> {
                node.ourEntry().discard(hash, MAREN);
                var waits = other.submit(() -> node.ourEntry().approve(hash, TOLVA));
                approved.set(waits);
                org.awaitility.Awaitility.await().until(() -> waits.isDone() || node.blocked());
            });

            assertThatExceptionOfType(java.util.concurrent.ExecutionException.class)
                    .isThrownBy(() -> approved.get().get())
                    .withCauseInstanceOf(EntryRefused.class);
            assertThat(node.ourEntry().entry().hash()).isEqualTo(us.hash());
        }
    }
}

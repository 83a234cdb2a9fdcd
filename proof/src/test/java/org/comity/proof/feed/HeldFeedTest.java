package org.comity.proof.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.comity.proof.feed.HeldFeed.Face;
import org.comity.proof.log.Checkpoint;
import org.comity.proof.log.Note;
import org.comity.proof.log.NoteSigner;
import org.comity.proof.log.TestSigner;
import org.comity.proof.register.Entry;
import org.comity.proof.register.SignedEntry;
import org.comity.proof.tree.MerkleTree;
import org.junit.jupiter.api.Test;

/** A follower holds what the host signed, goes on from there, and finds out a host that shows two followers two things. */
class HeldFeedTest {

    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");
    private static final String HOST = "XS-1";
    private static final KeyPair REGISTER = keys();
    private static final KeyPair OTHER_REGISTER = keys();
    private static final NoteSigner LOG =
            TestSigner.ed25519(FeedCheckpoint.origin(HOST, NumberedFeed.first(Audience.PUBLIC)));

    private final Host host = new Host();
    private final HeldFeed feed = follower();

    @Test
    void what_the_host_signed_is_held_and_goes_on_where_it_stopped() {
        host.publish("needs", 3);
        feed.take(host.checkpoint(), host.after(0), NOON);
        assertThat(feed.size()).isEqualTo(3);

        host.publish("treaty", 2);
        host.publish("needs", 1);
        feed.take(host.checkpoint(), host.after(3), NOON);
        assertThat(feed.size()).isEqualTo(6);

        var later = follower();
        later.take(host.checkpoint(), host.after(0), NOON);
        assertThat(feed.compare(later.newest().orElseThrow())).isEqualTo(Face.SAME);
    }

    @Test
    void a_host_with_two_faces_is_found_by_two_followers_who_compare() {
        host.publish("needs", 3);
        feed.take(host.checkpoint(), host.after(0), NOON);
        var two = host.withAnotherFace();
        two.publish("needs", 1);
        host.publish("needs", 1);
        feed.take(host.checkpoint(), host.after(3), NOON);
        var deceived = follower();
        deceived.take(two.checkpoint(), two.after(0), NOON);

        assertThat(feed.compare(deceived.newest().orElseThrow())).isEqualTo(Face.OTHER);
        assertThat(deceived.compare(feed.newest().orElseThrow())).isEqualTo(Face.OTHER);
    }

    /** An older head of the same feed is no second face, and a newer one is not judged before what lies between is here. */
    @Test
    void what_one_follower_has_not_yet_is_no_second_face() {
        host.publish("needs", 2);
        var slow = follower();
        slow.take(host.checkpoint(), host.after(0), NOON);
        host.publish("needs", 3);
        feed.take(host.checkpoint(), host.after(0), NOON);

        assertThat(feed.compare(slow.newest().orElseThrow())).isEqualTo(Face.SAME);
        assertThat(slow.compare(feed.newest().orElseThrow())).isEqualTo(Face.FURTHER);
    }

    @Test
    void a_host_that_rewrites_what_it_gave_is_refused_and_nothing_changes() {
        host.publish("needs", 3);
        feed.take(host.checkpoint(), host.after(0), NOON);
        var held = feed.newest();
        var rewritten = new Host().withAnotherFace();
        rewritten.publish("needs", 3);
        rewritten.publish("treaty", 1);

        refused("other-face", () -> feed.take(rewritten.checkpoint(), rewritten.after(3), NOON));
        refused("shrunk", () -> {
            var shorter = new Host();
            shorter.entries.addAll(host.entries.subList(0, 2));
            feed.take(shorter.checkpoint(), List.of(), NOON);
        });
        assertThat(feed.size()).isEqualTo(3);
        assertThat(feed.newest()).isEqualTo(held);
    }

    @Test
    void entries_that_are_missing_foreign_or_out_of_their_chain_are_refused_whole() {
        host.publish("needs", 3);
        var note = host.checkpoint();

        refused("missing", () -> feed.take(note, host.after(1), NOON));
        refused(
                "broken-chain",
                () -> feed.take(note, List.of(host.entries.get(0), host.entries.get(2), host.entries.get(1)), NOON));
        var foreign = new Host(OTHER_REGISTER);
        foreign.publish("needs", 1);
        refused("foreign-signature", () -> feed.take(foreign.checkpoint(), foreign.after(0), NOON));
        assertThat(feed.size()).isZero();

        feed.take(note, host.after(0), NOON);
        assertThat(feed.size()).isEqualTo(3);
    }

    @Test
    void what_was_kept_goes_on_where_it_stopped_and_what_was_changed_in_keeping_is_refused() {
        host.publish("needs", 3);
        feed.take(host.checkpoint(), host.after(0), NOON);
        var kept = feed.newest().orElseThrow();
        var again = follower();
        refused(
                "other-face",
                () -> again.resume(kept, List.of(host.entries.get(1), host.entries.get(0), host.entries.get(2))));
        refused("other-face", () -> again.resume(kept, host.after(1)));
        assertThat(again.size()).isZero();

        again.resume(kept, host.after(0));
        assertThat(again.size()).isEqualTo(3);
        host.publish("needs", 1);
        again.take(host.checkpoint(), host.after(3), NOON);
        assertThat(again.size()).isEqualTo(4);
    }

    @Test
    void a_feed_larger_than_a_follower_holds_is_not_taken() {
        var root = new Checkpoint(LOG.key().name(), HeldFeed.MOST + 1, "d".repeat(64));
        var note = Note.sign(new FeedCheckpoint(root, NOON.plus(FeedCheckpoint.LONGEST)).text(), LOG);

        refused("too-large", () -> feed.take(note, List.of(), NOON));
    }

    @Test
    void a_checkpoint_of_another_feed_or_key_shows_nothing() {
        host.publish("needs", 1);
        var participants = TestSigner.ed25519(FeedCheckpoint.origin(HOST, NumberedFeed.first(Audience.PARTICIPANTS)));

        refused("foreign-checkpoint", () -> feed.take(host.checkpoint(participants), host.after(0), NOON));
        refused(
                "foreign-checkpoint",
                () -> feed.compare(host.checkpoint(
                        TestSigner.ed25519(FeedCheckpoint.origin(HOST, NumberedFeed.first(Audience.PUBLIC))))));
    }

    @Test
    void a_head_that_is_overdue_or_stands_for_longer_than_a_day_is_not_taken() {
        host.publish("needs", 1);
        var note = host.checkpoint();

        refused("overdue", () -> feed.take(note, host.after(0), NOON.plus(Duration.ofHours(25))));
        refused("too-far-ahead", () -> feed.take(note, host.after(0), NOON.minus(Duration.ofHours(1))));
    }

    @Test
    void a_checkpoint_is_read_as_it_was_written_and_none_without_its_fourth_line() {
        host.publish("needs", 1);
        var text = host.checkpoint().text();

        assertThat(FeedCheckpoint.read(text).text()).isEqualTo(text);
        assertThat(Checkpoint.read(text).size())
                .as("any reader of checkpoints passes over the line")
                .isEqualTo(1);
        refused("checkpoint", () -> FeedCheckpoint.read(text.replaceAll("until .*\n", "")));
        refused("checkpoint", () -> FeedCheckpoint.read(text.replace("until ", "until ~")));
    }

    private static HeldFeed follower() {
        return new HeldFeed(HOST, NumberedFeed.first(Audience.PUBLIC), REGISTER.getPublic(), LOG.key());
    }

    private static void refused(String code, Runnable what) {
        assertThatExceptionOfType(FeedRefused.class)
                .isThrownBy(what::run)
                .satisfies(it -> assertThat(it.code()).isEqualTo(code));
    }

    private static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Publishes on boards, as the keeper of each register, and signs the head over all of them. */
    private static final class Host {

        private final List<SignedEntry> entries = new ArrayList<>();
        private final Map<String, SignedEntry> last = new HashMap<>();
        private final KeyPair register;
        private int face;

        Host() {
            this(REGISTER);
        }

        Host(KeyPair register) {
            this.register = register;
        }

        Host withAnotherFace() {
            var other = new Host(register);
            other.entries.addAll(entries);
            other.last.putAll(last);
            other.face = face + 1;
            return other;
        }

        void publish(String board, int times) {
            for (int i = 0; i < times; i++) {
                var before = last.get(board);
                var entry = new Entry(
                        "5".repeat(64),
                        board,
                        before == null ? 1 : before.entry().n() + 1,
                        before == null ? Entry.NOTHING_BEFORE : before.entry().hash(),
                        "a".repeat(64),
                        "b".repeat(64),
                        NOON.plusSeconds(face),
                        Entry.EFFECTIVE,
                        "c".repeat(64));
                var signed = new SignedEntry(entry, signature(entry));
                entries.add(signed);
                last.put(board, signed);
            }
        }

        List<SignedEntry> after(int n) {
            return List.copyOf(entries.subList(n, entries.size()));
        }

        Note checkpoint() {
            return checkpoint(LOG);
        }

        Note checkpoint(NoteSigner log) {
            var root = MerkleTree.root(entries.stream()
                    .map(it -> MerkleTree.leaf(it.entry().json()))
                    .toList());
            var head = new Checkpoint(
                    log.key().name(), entries.size(), HexFormat.of().formatHex(root));
            return Note.sign(new FeedCheckpoint(head, NOON.plus(FeedCheckpoint.LONGEST)).text(), log);
        }

        private String signature(Entry entry) {
            try {
                var signing = Signature.getInstance("SHA256withECDSA");
                signing.initSign(register.getPrivate());
                signing.update(entry.json());
                return Base64.getEncoder().encodeToString(signing.sign());
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}

package org.comity.directory.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.comity.directory.AnEntry.NETWORK;
import static org.comity.directory.AnEntry.NOON;
import static org.comity.directory.AnEntry.OPERATOR;
import static org.comity.directory.AnEntry.anEntry;
import static org.comity.directory.AnEntry.newKey;
import static org.comity.directory.trust.ANode.GUEST;
import static org.comity.directory.trust.ANode.MAREN;
import static org.comity.directory.trust.ANode.TOLVA;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.comity.directory.Directory.Position;
import org.comity.directory.Directory.Validity;
import org.comity.directory.DirectoryList;
import org.comity.directory.EntryRefused;
import org.comity.directory.ParticipantEntry;
import org.comity.directory.UnknownParticipant;
import org.comity.directory.trust.ANode.AnOperator;
import org.comity.vocabulary.RuleBroken;
import org.junit.jupiter.api.Test;

/** Lists and entries: what is pinned, confirmed, refused, and decided by two officers. */
class TrustTest extends TrustCase {

    @Test
    void an_admitted_entry_is_pinned_with_the_list_that_names_it() throws Exception {
        node.take(operator);

        assertThat(node.directory().get("XB-1").name("ar")).isEqualTo("بلمورا");
        assertThat(node.directory().get("XB-1").validUntil()).isEqualTo(NOON.plus(DirectoryList.VALIDITY));
        assertThat(node.directory().standing("XB-1")).isEqualTo(Validity.VALID);
        assertThat(node.directory().network()).isEqualTo(NETWORK.id());
        assertThat(node.directory().position())
                .isEqualTo(new Position(1, operator.newest().list().hash()));
        assertThat(node.warnings()).isEmpty();
    }

    @Test
    void an_operator_that_answers_no_more_is_left_alone_and_keeps_nothing_away_for_ever() throws Exception {
        var asked = admitting(9);
        int turns = 0;
        for (; node.directory().find("XB-1").isEmpty() && turns < 100; turns++) {
            asked.set(0);
            node.take(silent(asked, Duration.ZERO));

            assertThat(asked).hasValueBetween(3, 6);
        }

        assertThat(turns).isLessThan(100);
    }

    @Test
    void an_operator_that_answers_slowly_is_asked_on_at_the_next_turn() throws Exception {
        var asked = admitting(9);

        node.take(silent(asked, Duration.ofMinutes(3)));

        assertThat(asked).hasValue(2);
    }

    /** Besides the one whose entry can be had. */
    private AtomicInteger admitting(int others) {
        for (int i = 0; i < others; i++) {
            operator.admits(anEntry().of("XC-" + i).signed());
        }
        operator.publishes(NOON);
        return new AtomicInteger();
    }

    /** Answers with the list and the one entry, and to nothing else. */
    private DirectorySource silent(AtomicInteger asked, Duration each) {
        return new DirectorySource() {
            @Override
            public Optional<byte[]> list(String have) {
                return operator.list(have);
            }

            @Override
            public byte[] entry(String id, long version) throws IOException {
                node.at(NOON.plus(each.multipliedBy(asked.incrementAndGet())));
                if (!id.equals("XB-1"))
                    throw each.isZero() ? new NotReached(new IOException("silence")) : new IOException("none");
                return operator.entry(id, version);
            }

            @Override
            public List<byte[]> revocations() {
                return List.of();
            }
        };
    }

    @Test
    void nobody_vouching_means_grace_after_seven_days_and_lapse_after_thirty_more() throws Exception {
        node.take(operator);
        var end = NOON.plus(DAY.multipliedBy(7));

        assertThat(standingAt(end.minusMillis(1))).isEqualTo(Validity.VALID);
        assertThat(standingAt(end)).isEqualTo(Validity.GRACE);
        assertThat(standingAt(end.plus(DAY.multipliedBy(30)).minusMillis(1))).isEqualTo(Validity.GRACE);
        assertThat(standingAt(end.plus(DAY.multipliedBy(30)))).isEqualTo(Validity.LAPSED);
    }

    @Test
    void two_officers_keep_a_lapsed_peer_for_ninety_days() throws Exception {
        node.take(operator);
        var later = NOON.plus(DAY.multipliedBy(40));
        node.at(later);

        node.entries().keep("XB-1", MAREN);
        assertThat(node.directory().standing("XB-1")).isEqualTo(Validity.LAPSED);
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> node.entries().keep("XB-1", MAREN))
                .satisfies(it -> assertThat(it.code()).isEqualTo("directory.same-officer"));
        node.entries().keep("XB-1", TOLVA);

        assertThat(node.directory().standing("XB-1")).isEqualTo(Validity.VALID);
        assertThat(standingAt(later.plus(DAY.multipliedBy(90)))).isEqualTo(Validity.GRACE);
    }

    /** The first officer's word was over what was pinned that day, and no later one. */
    @Test
    void two_officers_keep_the_same_entry_as_it_was_confirmed_when_the_first_asked() throws Exception {
        node.take(operator);
        var later = NOON.plus(DAY.multipliedBy(40));
        node.at(later);
        node.entries().keep("XB-1", MAREN);
        operator.publishes(later);
        node.take(operator);
        node.at(later.plus(DAY.multipliedBy(40)));

        node.entries().keep("XB-1", TOLVA);
        assertThat(node.directory().standing("XB-1")).isEqualTo(Validity.LAPSED);
        node.entries().keep("XB-1", MAREN);
        assertThat(node.directory().standing("XB-1")).isEqualTo(Validity.VALID);
    }

    @Test
    void a_participant_that_the_operator_drops_is_warned_of_and_not_switched_off() throws Exception {
        node.take(operator);
        node.take(new AnOperator()
                .answers(operator.list(1, DirectoryList.NOTHING_BEFORE, NOON).sign(OPERATOR.getPrivate())));
        var empty = new DirectoryList(
                NETWORK.id(), 2, operator.newest().list().hash(), NOON, NOON.plus(DAY), java.util.List.of());

        node.take(new AnOperator().answers(empty.sign(OPERATOR.getPrivate())));

        assertThat(node.directory().position().sequence()).isEqualTo(2);
        assertThat(node.directory().standing("XB-1")).isEqualTo(Validity.VALID);
    }

    @Test
    void a_new_phone_is_used_only_when_two_officers_have_said_so() throws Exception {
        node.take(operator);
        var changed = anEntry()
                .keys(KEY, RECOVERY)
                .after(FIRST)
                .phone("+999 7 555 0199")
                .signed();
        var hash = changed.entry().hash();
        node.take(operator.admits(changed).publishes(NOON.plusSeconds(1)));
        assertThat(node.directory().get("XB-1").version()).isEqualTo(1);
        assertThat(node.warnings()).containsExactly("entry-waits");

        node.entries().accept("XB-1", hash, MAREN);
        assertThat(node.directory().get("XB-1").version()).isEqualTo(1);
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> node.entries().accept("XB-1", hash, MAREN))
                .satisfies(it -> assertThat(it.code()).isEqualTo("directory.same-officer"));
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> node.entries().accept("XB-1", hash, GUEST))
                .satisfies(it -> assertThat(it.code()).isEqualTo("directory.not-yours"));
        node.entries().accept("XB-1", hash, TOLVA);

        assertThat(node.directory().get("XB-1").phone()).isEqualTo("+999 7 555 0199");
        assertThat(node.warnings()).isEmpty();
        assertThat(node.entries().versions("XB-1"))
                .extracting(it -> it.status().name())
                .containsExactly("IN_FORCE", "BEFORE");
    }

    @Test
    void a_change_that_an_officer_refuses_stays_on_record_and_is_not_asked_again() throws Exception {
        node.take(operator);
        var changed = anEntry().keys(newKey(), RECOVERY).after(FIRST).signed();
        node.take(operator.admits(changed).publishes(NOON.plusSeconds(1)));

        node.entries().refuse("XB-1", changed.entry().hash(), MAREN);
        node.take(operator.publishes(NOON.plusSeconds(2)));

        assertThat(node.entries().waiting()).isEmpty();
        assertThat(node.directory().get("XB-1").version()).isEqualTo(1);
        assertThat(node.entries().versions("XB-1"))
                .extracting(it -> it.status().name())
                .containsExactly("REFUSED", "IN_FORCE");
    }

    @Test
    void entries_are_exchanged_without_an_operator_by_file_and_two_officers() {
        assertThat(node.entries().take(FIRST.json(), MAREN)).isEqualTo("XB-1");
        assertThatExceptionOfType(UnknownParticipant.class)
                .isThrownBy(() -> node.directory().get("XB-1"));

        node.entries().accept("XB-1", FIRST.entry().hash(), MAREN);
        node.entries().accept("XB-1", FIRST.entry().hash(), TOLVA);

        assertThat(node.directory().standing("XB-1")).isEqualTo(Validity.VALID);
        assertThat(node.directory().get("XB-1").validUntil()).isEqualTo(NOON.plus(DAY.multipliedBy(7)));
    }

    @Test
    void a_file_that_is_no_entry_or_not_of_this_network_is_refused() {
        refused("malformed", "{}".getBytes(StandardCharsets.UTF_8));
        refused("too-large", new byte[ParticipantEntry.LARGEST + 1]);
        refused("other-network", anEntry().inNetwork("0".repeat(64)).signed().json());
        refused("our-own", anEntry().of("XA-1").signed().json());
        assertThat(node.entries().waiting()).isEmpty();
    }

    @Test
    void a_counterpart_without_a_node_is_recorded_by_us_and_never_over_its_own_entry() throws Exception {
        var written = anEntry().of("XD-1").unsigned();
        var paper = new ParticipantEntry(
                NETWORK.id(),
                "XD-1",
                1,
                DirectoryList.NOTHING_BEFORE,
                NOON,
                written.names(),
                written.capitals(),
                written.zone(),
                null,
                null,
                written.languages(),
                written.phone(),
                written.mail(),
                written.hours(),
                written.functions(),
                written.profile(),
                null);

        assertThat(node.entries().record(paper, 0, MAREN)).isTrue();
        assertThat(node.entries().record(paper, 0, MAREN))
                .as("a form on which nothing stood")
                .isFalse();
        assertThat(node.entries().record(paper, 1, MAREN)).isTrue();
        assertThat(node.entries().record(paper, 1, MAREN))
                .as("a form that another has overtaken")
                .isFalse();

        assertThat(node.directory().get("XD-1").hasNode()).isFalse();
        assertThat(node.directory().get("XD-1").version()).isEqualTo(2);
        node.at(NOON.plus(DAY.multipliedBy(1000)));
        assertThat(node.directory().standing("XD-1")).isEqualTo(Validity.VALID);

        node.at(NOON);
        var own = anEntry().of("XD-1").keys(KEY, RECOVERY).signed();
        node.take(operator.admits(own).publishes(NOON.plusSeconds(1)));
        assertThat(node.directory().get("XD-1").hasNode()).isTrue();
        assertThatExceptionOfType(EntryRefused.class)
                .isThrownBy(() -> node.entries().record(paper, 2, MAREN))
                .satisfies(it -> assertThat(it.reason()).isEqualTo("has-an-entry"));
    }

    @Test
    void a_phone_that_we_rang_is_tested_until_the_entry_names_another() throws Exception {
        node.take(operator);
        var phone = node.directory().get("XB-1").phone();
        assertThatExceptionOfType(EntryRefused.class)
                .isThrownBy(() -> node.entries().phoneTested("XB-1", "+999 7 555 0199", MAREN))
                .satisfies(it -> assertThat(it.reason()).isEqualTo("phone-changed"));
        assertThat(node.entries().phoneTestedAt("XB-1")).isEmpty();
        node.entries().phoneTested("XB-1", phone, MAREN);
        assertThat(node.entries().phoneTestedAt("XB-1")).contains(NOON);

        var changed = anEntry()
                .keys(KEY, RECOVERY)
                .after(FIRST)
                .phone("+999 7 555 0199")
                .signed();
        node.take(operator.admits(changed.endorse(RECOVERY.getPrivate())).publishes(NOON.plusSeconds(1)));

        assertThat(node.entries().phoneTestedAt("XB-1")).isEmpty();
    }
}

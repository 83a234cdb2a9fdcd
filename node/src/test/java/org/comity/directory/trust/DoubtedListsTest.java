package org.comity.directory.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.directory.AnEntry.NOON;
import static org.comity.directory.AnEntry.OPERATOR;
import static org.comity.directory.AnEntry.anEntry;
import static org.comity.directory.AnEntry.newKey;
import static org.comity.directory.trust.ANode.MAREN;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.comity.directory.Directory.Position;
import org.comity.directory.DirectoryList;
import org.comity.directory.trust.ANode.AnOperator;
import org.junit.jupiter.api.Test;

/** Lists that go back, fork, are foreign or garbled are refused. */
class DoubtedListsTest extends TrustCase {

    @Test
    void a_list_that_goes_back_is_refused() throws Exception {
        var before = operator.newest();
        node.take(operator);
        node.take(operator.publishes(NOON.plusSeconds(1)));
        var position = node.directory().position();

        node.take(new AnOperator().answers(before));

        assertThat(node.directory().position()).isEqualTo(position);
        assertThat(node.warnings()).containsExactly("list-rollback");
    }

    @Test
    void another_list_of_the_same_number_or_with_another_past_is_a_fork() throws Exception {
        node.take(operator);
        var same = operator.list(1, DirectoryList.NOTHING_BEFORE, NOON.plusSeconds(1))
                .sign(OPERATOR.getPrivate());
        var next = operator.list(2, "1".repeat(64), NOON.plusSeconds(1)).sign(OPERATOR.getPrivate());

        node.take(new AnOperator().answers(same));
        node.take(new AnOperator().answers(next));

        assertThat(node.directory().position().sequence()).isEqualTo(1);
        assertThat(node.warnings()).containsExactly("list-fork");
    }

    @Test
    void a_list_with_a_foreign_signature_or_of_another_network_is_refused() throws Exception {
        var list = operator.newest().list();
        node.take(new AnOperator().answers(list.sign(newKey().getPrivate())));
        assertThat(node.warnings()).containsExactly("list-foreign-signature");

        var elsewhere =
                new DirectoryList("0".repeat(64), 1, list.previous(), list.issued(), list.validUntil(), list.lines());
        node.take(new AnOperator().answers(elsewhere.sign(OPERATOR.getPrivate())));

        assertThat(node.warnings()).contains("list-other-network");
        assertThat(node.directory().find("XB-1")).isEmpty();
    }

    @Test
    void an_expired_early_oversized_or_garbled_list_is_refused() throws Exception {
        node.at(NOON.plus(DirectoryList.VALIDITY));
        node.take(operator);
        assertThat(node.warnings()).containsExactly("list-expired");

        node.at(NOON.minus(Duration.ofMinutes(6)));
        node.take(operator);
        assertThat(node.warnings()).contains("list-early");

        node.at(NOON);
        node.take(new AnOperator().answers(new byte[DirectoryList.LARGEST + 1]));
        node.take(new AnOperator().answers("{ }".getBytes(StandardCharsets.UTF_8)));
        assertThat(node.warnings()).contains("list-malformed");
        assertThat(node.directory().position().sequence()).isZero();

        node.take(operator);
        assertThat(node.warnings()).isEmpty();
    }

    /** The operator's clock was ahead when it signed one of them. */
    @Test
    void after_a_list_that_came_too_early_the_next_one_is_taken() throws Exception {
        node.take(operator);
        node.take(operator.publishes(NOON.plus(Duration.ofDays(20))));
        assertThat(node.warnings()).containsExactly("list-early");

        node.take(operator.publishes(NOON.plusSeconds(1)));

        assertThat(node.directory().position().sequence()).isEqualTo(3);
        assertThat(node.warnings()).isEmpty();
    }

    @Test
    void an_entry_that_is_not_what_the_list_says_is_not_taken_and_asked_for_again() throws Exception {
        var other = anEntry().keys(KEY, RECOVERY).hours("never").signed();
        var liar = new AnOperator().admits(FIRST);
        liar.admits(other).answers(operator.newest());

        node.take(liar);
        assertThat(node.directory().find("XB-1")).isEmpty();
        assertThat(node.warnings()).containsExactly("entry-missing");

        node.take(operator);
        assertThat(node.directory().find("XB-1")).isPresent();
        assertThat(node.warnings()).isEmpty();
    }

    @Test
    void a_list_that_brings_an_older_version_back_confirms_nothing() throws Exception {
        var second = anEntry().keys(KEY, RECOVERY).after(FIRST).hours("8 to 20").signed();
        node.take(operator.admits(second).publishes(NOON));

        node.at(NOON.plus(DAY));
        node.take(operator.admits(FIRST).publishes(NOON.plus(DAY)));

        assertThat(node.directory().get("XB-1").version()).isEqualTo(2);
        assertThat(node.directory().get("XB-1").validUntil()).isEqualTo(NOON.plus(DirectoryList.VALIDITY));
        assertThat(node.warnings()).containsExactly("entry-older-version");
    }

    @Test
    void a_peer_that_was_given_another_list_of_the_same_number_is_a_fork() throws Exception {
        node.take(operator);

        node.watch().compare("XB-1", node.directory().position());
        node.watch().compare("XB-1", new Position(9, "9".repeat(64)));
        assertThat(node.warnings()).isEmpty();

        node.watch().compare("XB-1", new Position(1, "9".repeat(64)));
        assertThat(node.warnings()).containsExactly("list-fork");

        node.watch().settle("list-fork", "XB-1", MAREN);
        assertThat(node.warnings()).isEmpty();
    }
}

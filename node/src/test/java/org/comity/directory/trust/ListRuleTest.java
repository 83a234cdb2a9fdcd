package org.comity.directory.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.comity.directory.AnEntry;
import org.comity.directory.Directory;
import org.comity.directory.DirectoryList;
import org.comity.directory.OperatorsChange;
import org.comity.proof.form.CanonicalJson;
import org.junit.jupiter.api.Test;

/** A list that forgets who signs now, or bears fewer signatures than this node wants, is not taken. */
class ListRuleTest {

    private static final Instant NOON = AnEntry.NOON;
    private static final Directory.Position NOTHING = new Directory.Position(0, DirectoryList.NOTHING_BEFORE);

    private final DirectoryList list = new DirectoryList(
            AnEntry.NETWORK.id(), 1, DirectoryList.NOTHING_BEFORE, NOON, NOON.plus(Duration.ofDays(1)), List.of());
    private final DirectoryList.Signed plain = list.sign(AnEntry.OPERATOR.getPrivate());

    @Test
    void a_list_of_one_operator_is_taken_where_one_signature_is_wanted() {
        assertThat(ListRule.refusal(plain, AnEntry.NETWORK, NOTHING, null, 1, NOON))
                .isNull();
        assertThat(ListRule.refusal(plain, AnEntry.NETWORK, NOTHING, null, 2, NOON))
                .isEqualTo("operators");
    }

    @Test
    void a_list_that_forgets_a_change_of_operators_is_refused() {
        var later = changed();
        assertThat(ListRule.refusal(later, AnEntry.NETWORK, NOTHING, plain, 1, NOON))
                .isNull();

        assertThat(ListRule.refusal(plain, AnEntry.NETWORK, NOTHING, later, 1, NOON))
                .isEqualTo("operators");
    }

    /** The root's operator writes itself down as the only one. */
    private DirectoryList.Signed changed() {
        var json = CanonicalJson.write(java.util.Map.of(
                "change",
                java.util.Map.of(
                        "format",
                        OperatorsChange.FORMAT,
                        "network",
                        AnEntry.NETWORK.id(),
                        "number",
                        1,
                        "previous",
                        DirectoryList.NOTHING_BEFORE,
                        "decided",
                        NOON.toString(),
                        "operators",
                        List.of(AnEntry.NETWORK.operator()),
                        "threshold",
                        1),
                "signatures",
                List.of()));
        assertThat(new String(json, StandardCharsets.UTF_8)).contains("operators");
        var change = OperatorsChange.read(json).sign(AnEntry.OPERATOR.getPublic(), AnEntry.OPERATOR.getPrivate());
        return new DirectoryList.Signed(
                list, List.of(list.sign(AnEntry.OPERATOR.getPublic(), AnEntry.OPERATOR.getPrivate())), List.of(change));
    }
}

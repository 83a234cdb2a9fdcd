package org.comity.capacity.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.comity.capacity.iati.IatiActivity;
import org.comity.capacity.iati.IatiFacts;
import org.comity.database.PracticeDatabase;
import org.comity.ledger.Ledger;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A file of one publisher takes the place of what this publisher told before, and of nothing else. */
class KeepingBroughtTest {

    private static final Instant NOON = Instant.parse("2027-06-01T12:00:00Z");
    private static final Official MAREN = new Official("maren", "M. Okell", "A7K2", Set.of(Duty.DUTY_OFFICER));
    private static final String XML = "<iati-activity><reporting-org ref=\"%s\"/></iati-activity>";

    @Test
    void two_publishers_of_one_identifier_keep_their_own_words() throws Exception {
        var rows = new BroughtRows(JdbcClient.create(PracticeDatabase.emptied("capacity", 1)));
        var keeping = new KeepingBrought(rows, mock(Ledger.class), Clock.fixed(NOON, ZoneOffset.UTC));

        keeping.keep("first.xml", "a".repeat(64), "", List.of(held("XM-AA-1", "Training")), List.of(), MAREN);
        keeping.keep("other.xml", "b".repeat(64), "", List.of(held("XM-BB-2", "Something else")), List.of(), MAREN);
        assertThat(titles(rows)).containsExactlyInAnyOrder("Training", "Something else");

        keeping.keep("later.xml", "c".repeat(64), "", List.of(held("XM-AA-1", "Training, changed")), List.of(), MAREN);
        assertThat(titles(rows)).containsExactlyInAnyOrder("Training, changed", "Something else");
    }

    private static List<String> titles(BroughtRows rows) {
        return rows.helping(Set.of("XA")).stream().map(it -> it.facts().title()).toList();
    }

    private static KeepingBrought.Held held(String publisher, String title) {
        var activity = new IatiActivity("XM-AA-1-77", XML.formatted(publisher), List.of());
        assertThat(IatiFacts.publisher(activity)).isEqualTo(publisher);
        return new KeepingBrought.Held(
                publisher, activity, new IatiFacts(title, Set.of("XA"), Set.of("54"), Set.of(), null, null));
    }
}

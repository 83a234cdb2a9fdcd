package org.comity.capacity.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.comity.board.BoardSubjects;
import org.comity.board.BoardWords;
import org.comity.board.Boards;
import org.comity.capacity.KeptList;
import org.comity.capacity.activities.PublishedActivities.Published;
import org.comity.capacity.iati.IatiActivity;
import org.comity.proof.feed.Audience;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

/** On the board of activities stands what stands in the published file, and the same is no news. */
class PublishingActivitiesTest {

    private static final String XML = """
            <iati-activity last-updated-datetime="%s"><iati-identifier>XM-AA-1-A</iati-identifier>
            <title><narrative>Training</narrative></title>
            <activity-date type="2" iso-date="2027-03-01"/><recipient-country code="XA"/></iati-activity>""";

    private final ReadingActivities reading = mock();
    private final PublishedActivities published = mock();
    private final KeptList kept = mock();
    private final Boards boards = mock();
    private final PublishingActivities publishing =
            new PublishingActivities(reading, published, _ -> List.of(), kept, boards);

    @Test
    void what_is_published_stands_there_and_the_hour_of_its_writing_is_no_news() {
        here(true);
        file("2027-03-02T00:00:00Z", "XM-AA-1-A");
        var first = shown();
        assertThat(first).containsOnlyKeys("XM-AA-1-A");
        assertThat(first.get("XM-AA-1-A"))
                .containsEntry("title", "Training")
                .containsEntry("states", List.of("XA"))
                .containsEntry("begins", "2027-03-01")
                .doesNotContainKey("ends");
        BoardWords.hold(first.get("XM-AA-1-A"));

        file("2027-03-03T00:00:00Z", "XM-AA-1-A");
        assertThat(shown()).isEqualTo(first);
        file("2027-03-03T00:00:00Z", "no subject of a board");
        assertThat(shown()).isEmpty();
    }

    @Test
    void without_an_identifier_of_who_publishes_nothing_stands_there_and_elsewhere_there_is_no_such_board() {
        here(false);
        file("2027-03-02T00:00:00Z", "XM-AA-1-A");
        assertThat(shown()).isEmpty();

        Boards other = mock();
        when(kept.here()).thenReturn(false);
        new PublishingActivities(reading, published, _ -> List.of(), kept, other).show();
        verify(other, never()).show(anyString(), any());
    }

    private void here(boolean possible) {
        when(kept.here()).thenReturn(true);
        when(published.possible()).thenReturn(possible);
    }

    private void file(String written, String identifier) {
        var activity = new IatiActivity(identifier, XML.formatted(written), List.of());
        when(published.of(any(), any())).thenReturn(new Published(List.of(activity), List.of(), List.of()));
    }

    @SuppressWarnings("unchecked")
    private Map<String, Map<String, Object>> shown() {
        ArgumentCaptor<Supplier<BoardSubjects>> subjects = ArgumentCaptor.forClass(Supplier.class);
        publishing.show();
        verify(boards, atLeastOnce()).show(eq("activities"), subjects.capture());
        return subjects.getValue().get().before(Audience.PUBLIC);
    }
}

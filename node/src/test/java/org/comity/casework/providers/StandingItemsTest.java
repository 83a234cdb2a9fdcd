package org.comity.casework.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.comity.casework.AnsweredOrders.Answered;
import org.comity.casework.providers.ProviderPart.Status;
import org.comity.directory.Participant;
import org.comity.procedure.AnswerToOrder;
import org.comity.procedure.AnswerToOrder.Held;
import org.junit.jupiter.api.Test;

/** Of one provider and item the later word counts, whoever said it, and it stands there once. */
class StandingItemsTest {

    private static final Instant NOON = Instant.parse("2099-06-01T12:00:00Z");

    @Test
    void of_several_orders_for_one_item_that_which_still_holds_counts_before_a_later_word() {
        var holds = answer("1", false, 1);
        var over = answer("2", true, 2);

        assertThat(StandingItems.together(List.of(), List.of(holds, over)))
                .containsExactly(new StandingItem(null, holds));
        assertThat(StandingItems.together(List.of(), List.of(over)))
                .extracting(StandingItem::status)
                .containsExactly(Status.RELEASED);
    }

    @Test
    void the_later_of_note_and_answer_counts_and_of_two_notes_the_later() {
        var answer = answer("1", false, 2);
        var before = note(1, "lake mail", 1);
        var after = note(2, "Lake Mail", 3);
        var other = note(3, "Hill Mail", 1);

        assertThat(StandingItems.together(List.of(before, other), List.of(answer)))
                .containsExactly(new StandingItem(before, answer), new StandingItem(other, null));
        assertThat(StandingItems.together(List.of(before, other, after), List.of(answer)))
                .containsExactly(new StandingItem(after, null), new StandingItem(other, null));
    }

    @Test
    void a_day_counts_to_its_end_and_an_hour_to_itself() {
        var hour = new StandingItem(null, answer("1", false, 1));
        assertThat(hour.end(ZoneOffset.UTC)).isEqualTo(NOON.plus(Duration.ofDays(60)));
        assertThat(new StandingItem(note(1, "Lake Mail", 1), null).end(ZoneOffset.UTC))
                .isNull();
    }

    private static Answered answer(String order, boolean over, int hour) {
        var by = mock(Participant.class);
        when(by.id()).thenReturn("ZZ-LakeMail");
        when(by.names()).thenReturn(Map.of("en", "Lake Mail"));
        return new Answered(
                order,
                by,
                over,
                new AnswerToOrder(
                        "b@mail.example",
                        Held.KEPT,
                        null,
                        NOON.plus(Duration.ofDays(60)),
                        NOON,
                        "",
                        "ON-9",
                        NOON.plus(Duration.ofHours(hour))));
    }

    private static ProviderPart note(long id, String provider, int hour) {
        return new ProviderPart(
                id, provider, "B@mail.example", Status.ORDERED, null, 0, NOON.plus(Duration.ofHours(hour)));
    }
}

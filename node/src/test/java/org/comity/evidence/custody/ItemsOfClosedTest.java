package org.comity.evidence.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.comity.database.PracticeDatabase;
import org.comity.evidence.Item;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A page of items, and where the next one begins, are what they would be without a request that is closed to the reader. */
class ItemsOfClosedTest {

    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");

    @Test
    void items_of_a_closed_request_take_no_place_on_a_page() throws Exception {
        var rows = new ItemRows(JdbcClient.create(PracticeDatabase.fresh("evidence")));
        var open = new ArrayList<UUID>();
        for (int i = 0; i < 60; i++) {
            boolean closed = i < 10;
            var item = item(closed ? "t-closed" : i % 2 == 0 ? "t-open" : null, NOON.minusSeconds(i));
            rows.add(item);
            if (!closed) open.add(item.id());
        }

        var page = rows.newest(null, true, Set.of("t-closed"), null, 21);
        assertThat(page).extracting(Item::id).containsExactlyElementsOf(open.subList(0, 21));
        assertThat(rows.newest(null, true, Set.of("t-closed"), page.get(19).id(), 21))
                .extracting(Item::id)
                .containsExactlyElementsOf(open.subList(20, 41));
        assertThat(rows.newest(null, true, Set.of(), null, 10))
                .extracting(Item::thread)
                .containsOnly("t-closed");
        assertThat(rows.newest("t-closed", true, Set.of("t-closed"), null, 10)).isEqualTo(List.of());
    }

    private static Item item(String thread, Instant at) {
        return new Item(
                UUID.randomUUID(),
                "disk.img",
                "",
                "application/octet-stream",
                thread,
                null,
                Item.State.GIVEN_UP,
                at,
                "pia",
                false,
                null,
                null);
    }
}

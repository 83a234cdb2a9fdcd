package org.comity.casework.acts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.comity.casework.Compartments;
import org.comity.database.PracticeDatabase;
import org.comity.procedure.Draft;
import org.comity.procedure.Link;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Drafts are read with their files on one connection, and page by page as if those of closed requests were not there. */
class DraftsReadAtOnceTest {

    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");
    private static final String THREAD = "00000000-0000-4000-8000-000000000001";

    private HikariDataSource pool;
    private DraftRows rows;
    private InHandRows inHand;

    @BeforeEach
    void one_connection() throws Exception {
        var settings = new HikariConfig();
        settings.setDataSource(PracticeDatabase.emptied("cooperation", 3));
        settings.setMaximumPoolSize(1);
        settings.setConnectionTimeout(2_000);
        pool = new HikariDataSource(settings);
        var db = JdbcClient.create(pool);
        rows = new DraftRows(db);
        inHand = new InHandRows(db);
    }

    @AfterEach
    void given_back() {
        pool.close();
    }

    @Test
    void several_drafts_with_files_are_read_on_one_connection() {
        for (int n = 1; n <= 3; n++) {
            rows.add(draft(n, THREAD, Map.of()));
            rows.putFile("d" + n, "b.txt", "text/plain", "four".getBytes(UTF_8));
        }
        rows.putFile("d1", "a \"quoted\", {name}.txt", "text/plain", "said".getBytes(UTF_8));

        assertThat(rows.unsent(THREAD))
                .hasSize(3)
                .first()
                .satisfies(it -> assertThat(it.files())
                        .extracting(Draft.File::name, Draft.File::mediaType, Draft.File::size)
                        .containsExactly(
                                tuple("a \"quoted\", {name}.txt", "text/plain", 4L), tuple("b.txt", "text/plain", 4L)));
        assertThat(rows.lock("d2").orElseThrow().files()).hasSize(1);
        assertThat(inHand.list(NOON, "maren", null, 10))
                .hasSize(3)
                .allMatch(it -> !it.draft().files().isEmpty());
        assertThat(inHand.list(false, null, 10))
                .hasSize(3)
                .allMatch(it -> !it.draft().files().isEmpty());
    }

    @Test
    void the_newest_that_follows_a_request_is_found_by_its_link_alone() {
        rows.add(draft(1, null, follows(THREAD)));
        rows.add(draft(2, null, follows(THREAD)));
        rows.add(draft(3, null, follows("00000000-0000-4000-8000-000000000002")));
        rows.add(draft(4, null, Map.of()));

        var listing = new ListingUnsentDrafts(rows, inHand, mock(Compartments.class));

        assertThat(rows.following("preservation/1")).containsOnlyKeys("d1", "d2", "d3");
        assertThat(listing.following(THREAD, "preservation/1"))
                .hasValueSatisfying(it -> assertThat(it.id()).isEqualTo("d2"));
        assertThat(listing.following(THREAD, "assistance/1")).isEmpty();
    }

    /** Else a cursor named one of them, and short pages told how many there are. */
    @Test
    void drafts_of_closed_requests_take_no_place_on_a_page_and_stand_in_no_cursor() {
        for (int n = 100; n < 220; n++) rows.add(draft(n, n % 2 == 0 ? THREAD : null, Map.of()));
        var compartments = mock(Compartments.class);
        when(compartments.written(any(), any(), any())).thenAnswer(it -> open(it.getArgument(0), it.getArgument(1)));
        var listing = new ListingUnsentDrafts(rows, inHand, compartments);

        var first = listing.page(false, null, "tolva");
        var second = listing.page(false, first.cursor(), "tolva");

        assertThat(first.drafts()).hasSize(50).noneMatch(it -> THREAD.equals(it.thread()));
        assertThat(first.cursor()).endsWith("_d199");
        assertThat(second.drafts()).hasSize(10);
        assertThat(second.cursor()).isNull();
    }

    private static <T> List<T> open(Collection<T> all, Function<T, Draft> draft) {
        var open = new ArrayList<>(all);
        open.removeIf(it -> THREAD.equals(draft.apply(it).thread()));
        return open;
    }

    private static Map<String, String> follows(String thread) {
        return Map.of(Link.FACT, Link.to(thread).fact());
    }

    private static Draft draft(int n, String thread, Map<String, String> facts) {
        return new Draft(
                "d" + n,
                "preservation/1",
                "withdraw",
                Role.REQUESTING,
                "XB-1",
                thread,
                null,
                Map.of(),
                facts,
                List.of(),
                Draft.Status.WRITING,
                1,
                "maren",
                NOON.plusSeconds(n),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false);
    }
}

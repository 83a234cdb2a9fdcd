package org.comity.cooperation.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.comity.cooperation.RequestRow;
import org.comity.cooperation.Requests;
import org.comity.cooperation.SameIdentifiers.Same;
import org.comity.database.PracticeDatabase;
import org.comity.vocabulary.Channel;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two requests about one address are told of each other; a shared domain or the same matter going on is not that. */
class FindingSameIdentifiersTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final List<RequestRow> listed = new ArrayList<>();
    private FindingSameIdentifiers same;
    private SearchRows keys;

    @BeforeEach
    void an_index() throws Exception {
        var db = JdbcClient.create(PracticeDatabase.ofANode());
        keys = new SearchRows(db);
        var requests = mock(Requests.class);
        when(requests.ofThreads(anyCollection())).thenAnswer(call -> {
            Collection<String> asked = call.getArgument(0);
            return listed.stream().filter(it -> asked.contains(it.thread())).toList();
        });
        same = new FindingSameIdentifiers(new SharedRows(db), requests);
    }

    @Test
    void each_is_told_of_the_others_and_what_is_alone_of_none() {
        var first = asks("first", "XB-1", "preservation/1", "203.0.113.144", "203.0.113.144 2026-03-01 10:00 UTC");
        var second = asks("second", "XD-1", "preservation/1", "203.0.113.144", "203.0.113.144 2026-03-02 11:00 UTC");
        var alone = asks("alone", "XB-1", "preservation/1", "203.0.113.145", "203.0.113.145");

        var found = same.of(List.of(first, second, alone));

        assertThat(found).containsOnlyKeys(first.thread(), second.thread());
        assertThat(found.get(first.thread())).isEqualTo(new Same("203.0.113.144", List.of(second)));
    }

    @Test
    void a_mailbox_is_not_its_domain_and_a_request_that_follows_is_the_same_matter() {
        var one = asks("one", "XB-1", "preservation/1", "ann@mails.example", "ann@mails.example");
        var other = asks("other", "XB-1", "preservation/1", "ben@mails.example", "ben@mails.example");
        key(one, "mails.example", "ann@mails.example");
        key(other, "mails.example", "ben@mails.example");
        assertThat(same.of(List.of(one, other))).isEmpty();

        var follows = asks("follows", "XB-1", "assistance/1", "ann@mails.example", "ann@mails.example");
        assertThat(same.of(List.of(one, follows))).isEmpty();
    }

    @Test
    void who_writes_is_told_before_it_leaves_however_it_is_typed() {
        var kept = asks("kept", "XB-1", "preservation/1", "till@shops.example", "Till@shops.example");

        assertThat(same.named(List.of("TILL@shops.example ", "nobody@shops.example")))
                .containsExactly(new Same("TILL@shops.example ", List.of(kept)));
        assertThat(same.named(List.of(""))).isEmpty();
    }

    @Test
    void what_is_no_longer_listed_is_not_told() {
        var here = asks("here", "XB-1", "preservation/1", "198.51.100.201", "198.51.100.201");
        listed.remove(asks("gone", "XB-1", "preservation/1", "198.51.100.201", "198.51.100.201"));
        assertThat(same.of(List.of(here))).isEmpty();
    }

    private RequestRow asks(String thread, String counterpart, String procedure, String key, String said) {
        var row = new RequestRow(
                "same-" + thread,
                "XA-2026-" + thread,
                procedure,
                counterpart,
                Role.REQUESTED,
                "",
                "Requested",
                null,
                RequestRow.Turn.OURS,
                null,
                NOON,
                NOON,
                null,
                false,
                false,
                false,
                Channel.NODE,
                null,
                null,
                false,
                "",
                "",
                null,
                Map.of(),
                counterpart,
                false,
                false,
                null,
                null);
        listed.add(row);
        key(row, key, said);
        return row;
    }

    private void key(RequestRow row, String key, String said) {
        Stream.of("act-1", "act-2")
                .forEach(it -> keys.key(
                        org.comity.cooperation.Search.Kind.IDENTIFIER, key, row.thread(), it, said, NOON, null));
    }
}

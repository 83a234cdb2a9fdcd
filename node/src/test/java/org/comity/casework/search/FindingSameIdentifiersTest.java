package org.comity.casework.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.comity.casework.NothingClosed;
import org.comity.casework.SameIdentifiers.Same;
import org.comity.database.PracticeDatabase;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.vocabulary.Channel;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two requests about one address are told of each other; a shared domain or the same matter going on is not that. */
class FindingSameIdentifiersTest {

    private static final Official MAREN = new Official("maren", "A. Maren", "XA-1/o-1", Set.of(Duty.DUTY_OFFICER));

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final List<RequestRow> listed = new ArrayList<>();
    private FindingSameIdentifiers same;
    private SearchRows keys;
    private JdbcClient db;

    @BeforeEach
    void an_index() throws Exception {
        var db = JdbcClient.create(PracticeDatabase.ofANode());
        keys = new SearchRows(db);
        var requests = mock(Requests.class);
        when(requests.ofThreads(anyCollection())).thenAnswer(call -> {
            Collection<String> asked = call.getArgument(0);
            return listed.stream().filter(it -> asked.contains(it.thread())).toList();
        });
        this.db = db;
        same = new FindingSameIdentifiers(new SharedRows(db), requests, new NothingClosed());
    }

    @Test
    void each_is_told_of_the_others_and_what_is_alone_of_none() {
        var first = asks("first", "XB-1", "preservation/1", "203.0.113.144", "203.0.113.144 2026-03-01 10:00 UTC");
        var second = asks("second", "XD-1", "preservation/1", "203.0.113.144", "203.0.113.144 2026-03-02 11:00 UTC");
        var alone = asks("alone", "XB-1", "preservation/1", "203.0.113.145", "203.0.113.145");

        var found = same.of(List.of(first, second, alone), MAREN);

        assertThat(found).containsOnlyKeys(first.thread(), second.thread());
        assertThat(found.get(first.thread())).containsExactly(new Same("203.0.113.144", List.of(second)));
    }

    /** Whoever reads that one is shared would take the rest to be asked about here alone. */
    @Test
    void each_identifier_that_is_shared_is_told_and_first_what_most_others_name() {
        var here = asks("both", "XB-1", "preservation/1", "till@shop.example", "till@shop.example");
        key(here, "203.0.113.61", "203.0.113.61");
        var mail = asks("mail", "XD-1", "preservation/1", "till@shop.example", "till@shop.example");
        var one = asks("one-ip", "XD-1", "preservation/1", "203.0.113.61", "203.0.113.61");
        var two = asks("two-ip", "XB-1", "preservation/1", "203.0.113.61", "203.0.113.61");

        var found = same.of(List.of(here), MAREN).get(here.thread());

        assertThat(found).extracting(Same::identifier).containsExactly("203.0.113.61", "till@shop.example");
        assertThat(found.getFirst().others()).containsExactlyInAnyOrder(one, two);
        assertThat(found.getLast().others()).containsExactly(mail);
    }

    @Test
    void what_was_recalled_before_it_left_asked_nobody() {
        var kept = asks("kept", "XB-1", "preservation/1", "203.0.113.44", "203.0.113.44");
        asksAs("Recalled", "recalled", "XD-1", "preservation/1", "203.0.113.44", "203.0.113.44");

        assertThat(same.of(List.of(kept), MAREN)).isEmpty();
        assertThat(same.named(List.of("203.0.113.44"), MAREN)).containsExactly(new Same("203.0.113.44", List.of(kept)));
    }

    @Test
    void a_mailbox_is_not_its_domain_and_a_request_that_follows_is_the_same_matter() {
        var one = asks("one", "XB-1", "preservation/1", "ann@mails.example", "ann@mails.example");
        var other = asks("other", "XB-1", "preservation/1", "ben@mails.example", "ben@mails.example");
        key(one, "mails.example", "ann@mails.example");
        key(other, "mails.example", "ben@mails.example");
        assertThat(same.of(List.of(one, other), MAREN)).isEmpty();

        var follows = asks("follows", "XB-1", "assistance/1", "ann@mails.example", "ann@mails.example");
        var transfer = asks("transfer", "XB-1", "proceedings/1", "ann@mails.example", "ann@mails.example");
        follows(follows, one);
        follows(transfer, follows);
        assertThat(same.of(List.of(one, follows, transfer), MAREN)).isEmpty();
    }

    @Test
    void three_requests_for_one_address_are_seen_of_whatever_procedure_and_whoever_asks() {
        var theirs = asks("theirs", "XB-1", "preservation/1", "192.0.2.77", "192.0.2.77 2026-03-01 10:00 UTC");
        var police = asks("police", "XB-1", "inquiry/1", "192.0.2.77", "192.0.2.77 2026-03-02 10:00 UTC");
        var ours = asks("ours", "XD-1", "consultation/1", "192.0.2.77", "192.0.2.77");

        var found = same.of(List.of(theirs, police, ours), MAREN);

        assertThat(found).hasSize(3);
        assertThat(found.get(theirs.thread()).getFirst().others()).containsExactlyInAnyOrder(police, ours);
        assertThat(found.get(police.thread()).getFirst().others()).containsExactlyInAnyOrder(theirs, ours);
        assertThat(same.named(List.of("192.0.2.77"), MAREN).getFirst().others()).hasSize(3);
    }

    @Test
    void one_identifier_is_the_same_however_it_is_written() {
        var phone = asks("phone", "XB-1", "inquiry/1", "+5550177", "+555 01 77");
        var address = asks("address", "XB-1", "inquiry/1", "2001:db8:0:0:0:0:0:77", "2001:DB8::77");

        assertThat(same.named(List.of("+555 0177"), MAREN)).containsExactly(new Same("+555 0177", List.of(phone)));
        assertThat(same.named(List.of("2001:db8:0::77"), MAREN))
                .containsExactly(new Same("2001:db8:0::77", List.of(address)));
    }

    @Test
    void who_writes_is_told_before_it_leaves_however_it_is_typed() {
        var kept = asks("kept", "XB-1", "preservation/1", "till@shops.example", "Till@shops.example");

        assertThat(same.named(List.of("TILL@shops.example ", "nobody@shops.example"), MAREN))
                .containsExactly(new Same("TILL@shops.example ", List.of(kept)));
        assertThat(same.named(List.of(""), MAREN)).isEmpty();
    }

    /** A web address is kept under two keys, which count as one. */
    @Test
    void each_of_twenty_identifiers_is_asked_for() {
        var last = asks("last", "XB-1", "preservation/1", "twenty.example/20", "https://twenty.example/20");
        var identifiers = IntStream.rangeClosed(1, 20)
                .mapToObj("https://twenty.example/%d"::formatted)
                .toList();

        assertThat(same.named(identifiers, MAREN))
                .containsExactly(new Same("https://twenty.example/20", List.of(last)));
    }

    @Test
    void what_is_no_longer_listed_is_not_told() {
        var here = asks("here", "XB-1", "preservation/1", "198.51.100.201", "198.51.100.201");
        listed.remove(asks("gone", "XB-1", "preservation/1", "198.51.100.201", "198.51.100.201"));
        assertThat(same.of(List.of(here), MAREN)).isEmpty();
    }

    private RequestRow asks(String thread, String counterpart, String procedure, String key, String said) {
        return asksAs("Requested", thread, counterpart, procedure, key, said);
    }

    private RequestRow asksAs(
            String state, String thread, String counterpart, String procedure, String key, String said) {
        var row = new RequestRow(
                "same-" + thread,
                "XA-2026-" + thread,
                procedure,
                counterpart,
                Role.REQUESTED,
                "",
                state,
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
                null,
                false);
        listed.add(row);
        key(row, key, said);
        return row;
    }

    private void follows(RequestRow later, RequestRow earlier) {
        db.sql("insert into cooperation.follows (thread, followed) values (:thread, :earlier) on conflict do nothing")
                .param("thread", later.thread())
                .param("earlier", earlier.thread())
                .update();
    }

    private void key(RequestRow row, String key, String said) {
        Stream.of("act-1", "act-2")
                .forEach(it -> keys.keys(
                        org.comity.casework.Search.Kind.IDENTIFIER, List.of(key), row.thread(), it, said, NOON, null));
    }
}

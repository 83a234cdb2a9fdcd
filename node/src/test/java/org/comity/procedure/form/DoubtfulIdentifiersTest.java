package org.comity.procedure.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.comity.procedure.ActWriting.Pointed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DoubtfulIdentifiersTest {

    private static final Instant NOW = Instant.parse("2027-11-30T02:00:00Z");

    @Test
    void what_does_not_read_as_it_stands_is_pointed_out() {
        assertThat(pointed("a\u202Eelpmaxe.liam@x"))
                .extracting(Pointed::message)
                .containsExactly("compose.doubtful.turned");
    }

    @Test
    void a_use_that_still_lies_ahead_is_pointed_out() {
        assertThat(pointed("203.0.113.44 2027-11-30 02:01 UTC"))
                .extracting(Pointed::message)
                .containsExactly("compose.doubtful.future");
        assertThat(pointed("203.0.113.44 2027-11-30 02:00 UTC")).isEmpty();
        assertThat(pointed("203.0.113.44 2027-11-30 03:30 +02:00")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "999.1.1.1, ip",
        "999.1.1.1 2027-01-02 10:00 UTC, ip",
        "192.0.2.1234, ip",
        "2001:db8:::1, ip",
        "2001:db8::12345, ip",
        "someone@mail, mail",
        "a@b.example c@d.example, mail",
        "+351 21O 555 0199, phone",
        "hxxps://login.example/x, url",
        "35694002345678, device"
    })
    void what_looks_like_one_and_is_none_is_pointed_out_with_what_was_written(String line, String kind) {
        assertThat(pointed(line)).containsExactly(new Pointed("compose.doubtful." + kind, line));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "192.0.2.17",
                "192.0.2.17 2027-01-02 10:00 UTC",
                "2001:db8::1",
                "someone@mail.example",
                "+351 210 555 019",
                "https://login.example/x",
                "356940023456789",
                "user name 17",
                "forum: nick, 12:30",
                "acct-000123",
                "10.0 release"
            })
    void what_is_one_or_nothing_of_the_kind_is_not(String line) {
        assertThat(pointed(line)).isEmpty();
    }

    @Test
    void a_long_list_is_bounded() {
        assertThat(DoubtfulIdentifiers.pointed(Identifier.parseAll("999.1.1.1\n".repeat(50)), NOW))
                .hasSize(10);
    }

    private static List<Pointed> pointed(String line) {
        return DoubtfulIdentifiers.pointed(List.of(Identifier.parse(line)), NOW);
    }
}

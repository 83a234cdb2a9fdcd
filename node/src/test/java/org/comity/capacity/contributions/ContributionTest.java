package org.comity.capacity.contributions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.capacity.ThreadWithActs;
import org.comity.capacity.iati.AgreedActivity.Body;
import org.comity.capacity.iati.AgreedActivity.Money;
import org.comity.capacity.iati.IatiFile;
import org.comity.capacity.iati.IatiMoney;
import org.comity.capacity.iati.WritingIati;
import org.comity.procedure.RequestRow;
import org.comity.procedure.form.ActContent;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What both sides say of a contribution is added up by currency, published if both want it, and read again as it was. */
public class ContributionTest {

    private static final Instant NOW = Instant.parse("2027-05-01T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2027, 5, 1);
    private static final Body SELF = new Body("XM-EXAMPLE", "40", "Secretariat");
    private static final Body GIVER = new Body("", "10", "Belmora, Ministry of Justice");

    @Test
    void a_change_replaces_what_was_pledged_and_each_currency_stands_by_itself() {
        var money = contribution(
                        Map.of(),
                        act("change", amounts("300", "EUR", "2027-06-01")),
                        act("pay", amounts("120", "EUR", "2027-04-01")),
                        act("receipt", amounts("100.50", "EUR", "2027-04-03")),
                        act("receipt", amounts("7", "CHF", "2027-04-03")))
                .money();

        assertThat(money).containsOnlyKeys("CHF", "EUR");
        assertThat(money.get("EUR").sum("pledged")).isEqualTo("300");
        assertThat(money.get("EUR").sum("paid")).isEqualTo("120");
        assertThat(money.get("EUR").sum("received")).isEqualTo("100.50");
        assertThat(money.get("EUR").outstanding()).isEqualTo("199.50");
        assertThat(money.get("EUR").differs()).isTrue();
        assertThat(money.get("CHF").outstanding())
                .as("more came than was pledged")
                .isEqualTo("0");
    }

    @Test
    void what_both_sides_say_alike_does_not_differ_however_it_is_written() {
        var money = contribution(
                        Map.of(),
                        act("pay", amounts("100", "EUR", "2027-04-01")),
                        act("receipt", amounts("100.00", "EUR", "2027-04-03")))
                .money();

        assertThat(money.get("EUR").differs()).isFalse();
    }

    @Test
    void one_to_a_fund_is_an_activity_that_holds_and_its_money_is_read_again_as_it_was() {
        var contribution = contribution(
                Map.of(),
                act("accept", Map.of("audience", "everybody")),
                act("pay", amounts("999", "EUR", "2027-04-01")),
                act("receipt", amounts("400.25", "EUR", "2027-04-03")),
                act("receipt", amounts("5", "EUR", "2031-01-01")));

        var written = WritingIati.of(ContributionMoney.alone(contribution, SELF, _ -> GIVER, NOW));
        var read = IatiFile.read(IatiFile.write(List.of(written), NOW), TODAY);

        assertThat(read.refused()).isEmpty();
        assertThat(read.quarantine()).isEmpty();
        assertThat(read.held()).singleElement().satisfies(it -> {
            assertThat(it.identifier()).isEqualTo("XM-EXAMPLE-XB-2027-000004");
            assertThat(it.warnings()).isEmpty();
            assertThat(IatiMoney.of(it))
                    .containsExactly(
                            new Money("11", new BigDecimal("1000"), "EUR", LocalDate.of(2027, 3, 1), GIVER),
                            new Money("1", new BigDecimal("400.25"), "EUR", LocalDate.of(2027, 4, 3), GIVER));
            assertThat(IatiMoney.sums(it).stream().map(IatiMoney.Sum::line).map(IatiMoney.Sum::of))
                    .containsExactlyElementsOf(IatiMoney.sums(it));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "audience, sides, everybody, audience",
        "audience, everybody, sides, audience",
        "form, in-kind, everybody, in-kind",
        "toward, activity, everybody, activity",
        "title, Help, everybody, ",
    })
    void it_is_published_only_if_both_want_it_in_money_and_where_it_belongs(
            String key, String value, String theirs, String why) {
        var contribution = contribution(Map.of(key, value), act("accept", Map.of("audience", theirs)));

        assertThat(ContributionMoney.keptBack(contribution, Set.of("A-1")).orElse(null))
                .isEqualTo(why);
    }

    @Test
    void what_is_not_accepted_is_not_published() {
        var contribution = contribution(Map.of(), act("accept", Map.of("audience", "everybody")));
        when(contribution.row().state()).thenReturn("Withdrawn");

        assertThat(ContributionMoney.keptBack(contribution, Set.of())).contains("state");
    }

    @Test
    void money_for_an_activity_goes_into_that_one_alone_and_a_side_of_it_is_not_counted_twice() {
        var one = contribution(
                Map.of("toward", "activity", "activity", "A-1"),
                act("accept", Map.of("audience", "everybody")),
                act("receipt", amounts("400", "EUR", "2027-04-03")));

        assertThat(toward("A-1", Set.of("XE-1"), one)).extracting(Money::type).containsExactly("2", "3");
        assertThat(toward("A-1", Set.of("XB-1"), one)).isEmpty();
        assertThat(toward("A-2", Set.of(), one)).isEmpty();
    }

    private static List<Money> toward(String activity, Set<String> sides, Contribution one) {
        return ContributionMoney.toward(activity, sides, List.of(one), _ -> GIVER, TODAY);
    }

    public static Contribution contribution(Map<String, Object> changed, ActContent... more) {
        var row = mock(RequestRow.class);
        when(row.counterpart()).thenReturn("XB-1");
        when(row.reference()).thenReturn("XB-2027-000004");
        when(row.state()).thenReturn("Accepted");
        when(row.ourRole()).thenReturn(Role.REQUESTED);
        var body = new HashMap<String, Object>(Map.ofEntries(
                Map.entry("title", "Travel of small delegations"),
                Map.entry("what", "Two persons of each small island State can come."),
                Map.entry("wordsIn", "en"),
                Map.entry("toward", "fund"),
                Map.entry("fund", "Travel fund"),
                Map.entry("activity", "A-9"),
                Map.entry("form", "money"),
                Map.entry("earmarked", "softly"),
                Map.entry("tied", "untied"),
                Map.entry("audience", "everybody")));
        body.putAll(amounts("1000", "EUR", "2027-12-31"));
        body.putAll(changed);
        var acts = new ArrayList<ActContent>();
        acts.add(act("pledge", body));
        acts.addAll(List.of(more));
        return new Contribution(new ThreadWithActs(row, acts));
    }

    public static ActContent act(String type, Map<String, Object> body) {
        return new ActContent(type, type, body, Instant.parse("2027-03-01T10:00:00Z"), Role.REQUESTING);
    }

    public static Map<String, Object> amounts(String amount, String currency, String on) {
        return Map.of("amounts", List.of(Map.of("amount", amount, "currency", currency, "on", on)));
    }
}

package org.comity.capacity.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.comity.capacity.MoneyOfCurrency;
import org.comity.capacity.ThreadWithActs;
import org.comity.procedure.RequestRow;
import org.comity.procedure.form.ActContent;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;

/** What both sides say of an activity stands beside each other, is asked for in time, and adds up in no two currencies. */
class SharedActivityTest {

    private static final LocalDate BEGAN = LocalDate.of(2027, 3, 1);
    private static final Instant THEN = Instant.parse("2027-03-01T10:00:00Z");

    private final ActContent started = act("start", Map.of("day", "2027-03-01"));

    @Test
    void each_time_is_due_on_its_day_and_not_before() {
        var activity = both(List.of(started), List.of());

        assertThat(passed(activity, BEGAN.plusDays(29))).isEmpty();
        assertThat(passed(activity, BEGAN.plusDays(30))).containsExactly("month");
        assertThat(passed(activity, BEGAN.plusDays(90))).containsExactly("month", "quarter");
        assertThat(passed(activity, BEGAN.plusDays(365))).containsExactly("month", "quarter", "year");
        assertThat(passed(both(List.of(), List.of()), BEGAN.plusYears(9)))
                .as("never started")
                .isEmpty();
    }

    @Test
    void a_side_is_reminded_of_its_own_words_until_it_has_said_them() {
        var before = new SharedActivity("A-1", List.of(side("recipient", List.of(started))));
        assertThat(before.ownDue(BEGAN.plusDays(91))).isEqualTo(2);

        var after = new SharedActivity(
                "A-1", List.of(side("recipient", List.of(started, followUp("follow-up", "month", "partly")))));
        assertThat(after.ownDue(BEGAN.plusDays(91))).isEqualTo(1);
        assertThat(after.followUps(BEGAN.plusDays(91))
                        .getFirst()
                        .voices()
                        .getLast()
                        .said())
                .as("the other side was silent")
                .isNull();
    }

    @Test
    void both_reports_are_shown_and_a_difference_is_told() {
        var one = both(List.of(report("report", "met")), List.of());
        assertThat(one.bothReported()).isFalse();
        assertThat(one.reportsAgree()).isFalse();

        assertThat(both(List.of(report("report", "met")), List.of(report("report", "met")))
                        .reportsAgree())
                .isTrue();
        var differ = both(List.of(report("report", "met")), List.of(report("report", "not")));
        assertThat(differ.bothReported()).isTrue();
        assertThat(differ.reportsAgree()).isFalse();
        assertThat(differ.reports()).extracting(it -> it.said().text("result")).containsExactly("met", "not");
    }

    @Test
    void where_one_side_is_elsewhere_its_words_are_those_that_were_handed_on() {
        var ours = new SharedActivity(
                "A-1", List.of(side("recipient", List.of(report("report", "met"), report("other-report", "partly")))));

        assertThat(ours.reports().getLast().handedOn()).isTrue();
        assertThat(ours.reports().getLast().said().text("result")).isEqualTo("partly");
        assertThat(ours.reports().getFirst().said().text("result")).isEqualTo("met");
    }

    @Test
    void what_one_side_said_waits_to_be_handed_on_until_the_other_sides_thread_holds_it() {
        var said = List.of(report("report", "met"), followUp("follow-up", "month", "met"));

        assertThat(both(said, List.of()).toHandOn())
                .extracting(ActContent::type)
                .containsExactly("report", "follow-up");
        assertThat(both(said, List.of(report("other-report", "met"))).toHandOn())
                .extracting(ActContent::type)
                .containsExactly("follow-up");
        assertThat(both(said, List.of(report("other-report", "met"), followUp("other-follow-up", "month", "met")))
                        .toHandOn())
                .isEmpty();
    }

    /** The other State would go on reading what was taken back. */
    @Test
    void a_follow_up_that_is_said_anew_waits_again() {
        var first = followUp("follow-up", "month", "met");
        var handed = List.of(followUp("other-follow-up", "month", "met"));
        var anew = new ActContent(
                "anew", "follow-up", Map.of("after", "month", "result", "not"), THEN.plusSeconds(9), Role.REQUESTING);

        assertThat(both(List.of(first), handed).toHandOn()).isEmpty();
        assertThat(both(List.of(first, anew), handed).toHandOn()).containsExactly(anew);
    }

    @Test
    void what_the_provider_agreed_to_at_the_beginning_is_pledged() {
        var funds = Map.<String, Object>of(
                "part", "provider", "funds", List.of(Map.of("amount", "40", "currency", "EUR", "on", "2031-01-01")));
        var provider = side("provider", List.of(money("pledge", "", "2", "EUR")));
        var acts = new ArrayList<>(provider.acts());
        acts.set(0, act("submit", funds));

        var activity = new SharedActivity("A-1", List.of(new ActivitySide(new ThreadWithActs(provider.row(), acts))));

        assertThat(activity.money().get("EUR").sum("pledged")).isEqualTo("42");
    }

    @Test
    void money_of_two_currencies_is_in_no_sum() {
        var activity = both(
                List.of(money("pay", "received", "10.50", "EUR")),
                List.of(
                        money("pledge", "", "100", "EUR"),
                        money("pledge", "", "7", "XTS"),
                        money("pay", "paid", "40.25", "EUR")));

        assertThat(activity.money()).containsOnlyKeys("EUR", "XTS");
        assertThat(activity.money().get("EUR").sum("pledged")).isEqualTo("100");
        assertThat(activity.money().get("EUR").sum("paid")).isEqualTo("40.25");
        assertThat(activity.money().get("EUR").sum("received")).isEqualTo("10.50");
        assertThat(activity.money().get("XTS").sum("pledged")).isEqualTo("7");
        assertThatThrownBy(
                        () -> activity.money().get("EUR").and(activity.money().get("XTS")))
                .hasMessageContaining("two currencies");
    }

    @Test
    void a_later_plan_counts_and_keeps_what_it_does_not_name() {
        var side = side("recipient", List.of(act("plan", Map.of("ends", "2027-09-30", "begins", ""))));

        assertThat(side.planned("begins")).contains(LocalDate.of(2027, 3, 1));
        assertThat(side.planned("ends")).contains(LocalDate.of(2027, 9, 30));
    }

    static SharedActivity both(List<ActContent> recipient, List<ActContent> provider) {
        return new SharedActivity("A-1", List.of(side("recipient", recipient), side("provider", provider)));
    }

    static ActivitySide side(String part, List<ActContent> more) {
        var row = mock(RequestRow.class);
        when(row.counterpart()).thenReturn(part.equals("recipient") ? "XM-1" : "XE-1");
        when(row.state()).thenReturn("Running");
        var acts = new ArrayList<ActContent>();
        acts.add(act("submit", opening(part)));
        acts.addAll(more);
        return new ActivitySide(new ThreadWithActs(row, acts));
    }

    static Map<String, Object> opening(String part) {
        return Map.ofEntries(
                Map.entry("part", part),
                Map.entry("title", "First responders"),
                Map.entry("kind", "train-le"),
                Map.entry("articles", List.of("25", "28")),
                Map.entry("what", "Twelve days with practice cases."),
                Map.entry("wordsIn", "en"),
                Map.entry("round", "2027-1"),
                Map.entry("need", "XM-2027-000001"),
                Map.entry("offer", "XE-2027-000002"),
                Map.entry("tied", "untied"),
                Map.entry("begins", "2027-03-01"),
                Map.entry("ends", "2027-06-30"),
                Map.entry("units", 12),
                Map.entry("unit", "persons"),
                Map.entry("audience", "everybody"));
    }

    static ActContent act(String type, Map<String, Object> body) {
        return new ActContent(type, type, body, THEN, Role.REQUESTING);
    }

    static ActContent money(String type, String direction, String amount, String currency) {
        return act(
                type,
                Map.of(
                        "direction",
                        direction,
                        "amounts",
                        List.of(Map.of("amount", amount, "currency", currency, "on", "2027-03-02"))));
    }

    private static ActContent report(String type, String result) {
        return act(type, Map.of("result", result, "done", "12 persons", "text", "As planned."));
    }

    private static ActContent followUp(String type, String after, String result) {
        return act(type, Map.of("after", after, "result", result, "text", "It is used."));
    }

    private static List<String> passed(SharedActivity activity, LocalDate today) {
        return activity.followUps(today).stream()
                .filter(SharedActivity.FollowUpLine::passed)
                .map(it -> it.time().after())
                .toList();
    }

    @Test
    void rows_that_are_no_money_are_left_out() {
        assertThat(Arrays.asList("1,000", "-5", "", "1e9"))
                .allSatisfy(it -> assertThat(
                                MoneyOfCurrency.amount(Map.of("amount", it, "currency", "EUR", "on", "2027-03-02")))
                        .isNull());
    }
}

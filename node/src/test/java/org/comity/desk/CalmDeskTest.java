package org.comity.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.casework.OpenCalls.OpenCall;
import org.comity.casework.PreparedActs;
import org.comity.directory.Participant;
import org.comity.procedure.RequestRow;
import org.comity.ui.DeskNotices;
import org.comity.ui.ListPage;
import org.comity.ui.Page;
import org.comity.ui.PagesForTests;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.junit.jupiter.api.Test;

/** An empty desk says how much is open and which date comes first, with its link. */
class CalmDeskTest {

    private static final Official OFFICER = new Official("maren", "A. Maren", "XA-1/o-1", Set.of(Duty.DUTY_OFFICER));

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void it_counts_and_leads_to_the_next_date() {
        var english = drawn(PagesForTests.english(NOON), new CalmDesk(33, 23, ends(Duration.ofDays(6))));
        assertThat(english)
                .contains(
                        "Open: 33. Waiting for others: 23.",
                        "The next date that matters is 30 Nov 2026: what is kept ends in",
                        "href=\"/requests/XA-2026-000007\"");
        assertThat(drawn(PagesForTests.arabic(NOON), new CalmDesk(33, 501, ends(Duration.ofDays(6)))))
                .contains("المفتوح: 33", "href=\"/requests/XA-2026-000007\"");
    }

    @Test
    void what_has_ended_and_that_nothing_ends_is_said() {
        assertThat(drawn(PagesForTests.english(NOON), new CalmDesk(1, 1, ends(Duration.ofDays(-1)))))
                .contains("What was kept ended on 23 Nov 2026");
        assertThat(drawn(PagesForTests.english(NOON), new CalmDesk(0, 0, null)))
                .contains("Nothing that is kept ends in the next 14 days.")
                .doesNotContain("href=\"/requests/");
    }

    /** That our officers have nothing in hand says nothing of what other States wait for. */
    @Test
    void where_only_our_officers_are_asked_for_nothing_is_said_of_requests() {
        assertThat(desk("view=officers", List.of(), List.of(), Map.of()))
                .contains("Our officers have nothing in hand")
                .doesNotContain("Open: 33.");
    }

    /** Each group that stands above the list is something that somebody must do. */
    @Test
    void a_desk_with_a_call_or_a_dispute_above_it_never_says_that_nothing_needs_us() {
        var call = new OpenCall(7, null, "Ferro Point", true, NOON, false);
        assertThat(desk(List.of(), List.of(), Map.of("calls", new ListPage<>(List.of(call), false))))
                .contains("Ferro Point", "Nothing else needs your State now.")
                .doesNotContain("Nothing needs your State now.");
        assertThat(desk(
                        List.of(),
                        List.of(),
                        Map.of("notices", List.of(new DeskNotices.Notice("interception.desk.passed", 1, "/desk")))))
                .contains("Nothing else needs")
                .doesNotContain("Nothing needs");
        assertThat(desk(List.of(ends(Duration.ofDays(1))), List.of(), Map.of()))
                .contains("Nothing else needs")
                .doesNotContain("Nothing needs");
        assertThat(desk(List.of(), List.of(note(true)), Map.of()))
                .contains("Nothing else needs")
                .doesNotContain("Nothing needs");
        assertThat(desk(List.of(), List.of(), Map.of("awaited", ListPage.of(List.of(awaited()), 50))))
                .contains("has not acknowledged for", "12 min", "tel:+99925550100", "Nothing else needs")
                .doesNotContain("Nothing needs");
        assertThat(desk(List.of(), List.of(), Map.of("awaited", ListPage.of(List.of(awaited(), awaited()), 1))))
                .contains("Only the newest are named here", "<span class=\"end tag amber\">1+</span>");
        assertThat(desk(List.of(), List.of(note(false)), Map.of())).contains("Nothing needs your State now.");
        assertThat(desk(List.of(), List.of(), Map.of()))
                .contains("Nothing needs your State now.")
                .doesNotContain("Nothing else needs");
    }

    private static AwaitedAcknowledgement awaited() {
        var belmora = mock(Participant.class);
        when(belmora.name(any())).thenReturn("Belmora");
        when(belmora.capital(any())).thenReturn("Ostera");
        when(belmora.phone()).thenReturn("+999 2 555 0100");
        when(belmora.zone()).thenReturn(ZoneOffset.ofHours(7));
        return new AwaitedAcknowledgement(ends(Duration.ofDays(1)), belmora, NOON.minus(Duration.ofMinutes(12)));
    }

    @Test
    void what_is_counted_to_a_bound_is_not_told_as_one_more_than_it() {
        var passed = new DeskNotices.Notice("interception.desk.passed", 501, "/desk?view=ENDS_SOON");
        assertThat(desk(List.of(), List.of(), Map.of("notices", List.of(passed))))
                .contains("More than 500 hard stops have passed")
                .doesNotContain("501");
        var few = new DeskNotices.Notice("interception.desk.passed", 500, "/desk?view=ENDS_SOON");
        assertThat(desk(List.of(), List.of(), Map.of("notices", List.of(few)))).contains("<b>500 hard stops");
    }

    @Test
    void where_more_registers_differ_than_are_named_the_next_are_a_press_away() {
        var row = ends(Duration.ofDays(1));
        assertThat(desk("", new DeskView.Disputed(70, List.of(row), "a.b"), List.of(), Map.of()))
                .contains("The registers of 70 requests differ.", "href=\"/desk?disputes=a.b\"");
        assertThat(desk("", new DeskView.Disputed(501, List.of(row), null), List.of(), Map.of()))
                .contains("The registers of more than 500 requests differ.")
                .doesNotContain("disputes=");
    }

    private static HandoversView.Note note(boolean mayTake) {
        var handover = new Handover(3, "okell", NOON, "", 0, List.of(), false, false, null, null, null, null);
        return new HandoversView.Note(handover, "O. Kell", "", "", mayTake, Map.of(), Map.of(), Map.of());
    }

    private static String desk(List<RequestRow> disputed, List<HandoversView.Note> notes, Map<String, Object> above) {
        return desk("", disputed, notes, above);
    }

    private static String desk(
            String address, List<RequestRow> disputed, List<HandoversView.Note> notes, Map<String, Object> above) {
        return desk(address, new DeskView.Disputed(disputed.size(), disputed, null), notes, above);
    }

    private static String desk(
            String address, DeskView.Disputed disputed, List<HandoversView.Note> notes, Map<String, Object> above) {
        var view = new DeskView(
                "OURS_TO_ACT",
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                PreparedActs.Waiting.NONE,
                Map.of(),
                disputed,
                0,
                List.of(),
                null,
                false,
                "",
                new DeskView.Filters(
                        null, List.of(), "", "", false, false, "", List.of(), List.of(), List.of(), "DUE", false),
                List.of(),
                address,
                notes,
                "");
        var all = new HashMap<String, Object>(above);
        all.put("page", PagesForTests.withForms("en", NOON, OFFICER));
        all.put("desk", view);
        all.put("calm", new CalmDesk(33, 23, null));
        var out = new StringOutput();
        TemplateEngine.createPrecompiled(ContentType.Html).render("desk/desk.jte", all, out);
        return out.toString();
    }

    private static RequestRow ends(Duration in) {
        var row = mock(RequestRow.class);
        when(row.until()).thenReturn(NOON.plus(in));
        when(row.address()).thenReturn("XA-2026-000007");
        when(row.named()).thenReturn("XA-2026-000007");
        when(row.subject(any())).thenReturn("Preserve stored data");
        return row;
    }

    private static String drawn(Page page, CalmDesk calm) {
        var out = new StringOutput();
        TemplateEngine.createPrecompiled(ContentType.Html)
                .render("desk/calm.jte", Map.of("page", page, "title", "Nothing", "calm", calm), out);
        return out.toString();
    }
}

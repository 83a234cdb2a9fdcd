package org.comity.identity.rota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.StringReader;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.component.VEvent;
import org.comity.casework.Officers;
import org.comity.identity.DutyRota;
import org.comity.identity.person.Persons;
import org.comity.ledger.Ledger;
import org.comity.ui.Language;
import org.comity.vocabulary.Duty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A rota is entered, read at the desk, changed, and taken along; days of a day's length, so that the hour does not matter. */
class RotaPagesTest extends Officers {

    private static final String ROTA = "/desk/rota";

    @Autowired
    private DutyRota rota;

    @Autowired
    private RotaRows rows;

    @Autowired
    private Persons persons;

    @Autowired
    private Ledger ledger;

    @Autowired
    private DutyCalendar calendar;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    @AfterEach
    void no_rota() {
        db.sql("delete from identity.duty_change").update();
        db.sql("delete from identity.duty_shift").update();
        db.sql("delete from identity.duty_address").update();
        db.sql("delete from identity.person where id like 'left-%'").update();
    }

    @Test
    void without_a_rota_nothing_is_said_of_duty() throws Exception {
        assertThat(rota.now()).isEmpty();
        assertThat(page("duty-officer", ROTA, "en")).contains("No rota is kept").doesNotContain("Enter a shift");
        assertThat(page("duty-officer", "/desk", "en")).doesNotContain("On duty now", "Nobody is on duty");
        assertThat(page("duty-officer", "/desk/handover", "en")).doesNotContain("Next on duty");
    }

    @Test
    void who_is_on_duty_stands_at_the_desk_and_in_the_handover_note() throws Exception {
        enter("maren", inDays(-7), inDays(3));
        enter("okell", inDays(4), "");
        address("maren", "maren@xa.example", "+999 1 234");

        assertThat(page("duty-officer", "/desk", "en"))
                .contains("On duty now: ", name("maren"), "+999 1 234", "Next: ", name("okell"))
                .doesNotContain("Nobody on duty from");
        assertThat(page("duty-officer", "/desk", "ar")).contains("المناوب الآن");
        assertThat(page("second-officer", ROTA, "en"))
                .contains(name("okell"), "no mail address is entered", "Shift entered in the duty rota")
                .doesNotContain("gap: nobody");
        assertThat(page("duty-officer", "/desk/handover", "en")).contains("Next on duty by the rota: ", name("okell"));
        var note = redirected(
                "duty-officer", post("/desk/handover").param("once", token()).param("words", "Ring Ferro."));
        no_rota();
        assertThat(page("duty-officer", note, "en")).contains("Next on duty by the rota: ", name("okell"));
    }

    @Test
    void gaps_double_shifts_and_who_has_left_are_pointed_out() throws Exception {
        var left = "left-" + token().substring(0, 8);
        persons.add(left, "Ilo Gone " + left, java.util.Set.of(Duty.DUTY_OFFICER));
        enter("maren", inDays(-7), inDays(9));
        enter("okell", inDays(5), inDays(5));
        enter(left, inDays(10), "");
        assertThat(page("second-officer", ROTA, "en"))
                .contains("Once several officers are on duty together.", "Ilo Gone")
                .doesNotContain("nobody is on duty.", "Has left");

        persons.active(left, false);

        assertThat(page("second-officer", ROTA, "en"))
                .contains("There is 1 gap: nobody is on duty.", "Has left, or may not answer any more");
    }

    @Test
    void a_swap_goes_to_another_and_back_and_a_calendar_taken_later_clears_what_is_no_more() throws Exception {
        enter("maren", inDays(-7), "");
        var shift =
                rows.shifts(java.time.LocalDate.parse(inDays(-8))).getFirst().id();
        assertThat(events("duty-officer")).hasSizeGreaterThan(80).noneMatch(RotaPagesTest::cancelled);

        change(shift, "okell", inDays(2), inDays(3));
        var swapped = events("duty-officer");
        assertThat(swapped.stream().filter(RotaPagesTest::cancelled)).hasSize(2);
        assertThat(page("second-officer", ROTA, "en")).contains("instead of ");

        var change = rows.changesOf(shift).getFirst().id();
        redirected("second-officer", post(ROTA + "/shifts/" + shift + "/changes/" + change + "/undo"));
        assertThat(events("duty-officer")).noneMatch(RotaPagesTest::cancelled);
        assertThat(read(calendar.of(official("okell"), Language.ENGLISH)))
                .as("a phone that took the swap in must lose it again")
                .hasSize(2)
                .allMatch(RotaPagesTest::cancelled);

        change(shift, "-", inDays(-2), inDays(1));
        assertThat(rota.now().orElseThrow().on()).isEmpty();
        assertThat(page("duty-officer", "/desk", "en")).contains("Nobody is on duty now.");
        assertThat(page("second-officer", ROTA + "/shifts/" + shift, "en"))
                .as("asked twice")
                .contains("<details><summary>Take the shift out</summary>", "Yes, take it out");
        redirected("second-officer", post(ROTA + "/shifts/" + shift + "/taken-out"));
        assertThat(page("second-officer", ROTA, "en"))
                .as("who did it stands there by name, and not by id")
                .containsPattern("</time> · <bdi>" + official("tolva").name() + "</bdi></small>")
                .doesNotContain("<bdi>tolva</bdi>");
        assertThat(rota.now()).isEmpty();
        assertThat(events("duty-officer")).isNotEmpty().allMatch(RotaPagesTest::cancelled);
        assertThat(ledger.lines("rota", null, 20))
                .extracting(Ledger.Line::what)
                .startsWith("rota.shift-taken-out", "rota.shift-changed", "rota.change-undone", "rota.shift-changed");
    }

    @Test
    void a_shift_ends_on_a_day_and_not_before_it_begins() throws Exception {
        enter("maren", inDays(-7), "");
        var shift =
                rows.shifts(java.time.LocalDate.parse(inDays(-8))).getFirst().id();
        var path = ROTA + "/shifts/" + shift;

        assertThat(answered(200, "second-officer", post(path + "/end").param("ends", inDays(-9))))
                .contains("The last day is before the first.", inDays(-9));
        redirected("second-officer", post(path + "/end").param("ends", inDays(2)));

        assertThat(page("second-officer", ROTA, "en")).contains("There is 1 gap: nobody is on duty.");
        var events = events("duty-officer");
        // Of today, tomorrow and the day after; late in the evening our own clock is a day ahead.
        assertThat(events.stream().filter(it -> !cancelled(it))).hasSizeBetween(2, 4);
        assertThat(events.stream().filter(RotaPagesTest::cancelled)).hasSizeGreaterThan(70);
    }

    @Test
    void whoever_has_two_shifts_at_once_is_on_duty_once_and_nobody_stands_beside() throws Exception {
        enter("maren", inDays(-7), "");
        enter("maren", inDays(-3), inDays(9));
        assertThat(rota.now().orElseThrow().on())
                .extracting(DutyRota.Watch::officer)
                .containsExactly("maren");
        assertThat(page("second-officer", ROTA, "en")).doesNotContain("several officers are on duty together");
    }

    @Test
    void a_change_of_days_on_which_the_shift_does_not_begin_is_no_change() throws Exception {
        enter("maren", inDays(-7), inDays(3));
        var shift =
                rows.shifts(java.time.LocalDate.parse(inDays(-8))).getFirst().id();
        assertThat(answered(
                        200,
                        "second-officer",
                        post(ROTA + "/shifts/" + shift + "/changes")
                                .param("officer", "okell")
                                .param("firstDay", inDays(9))))
                .contains("The shift begins on none of these days.", inDays(9));
        assertThat(rows.changesOf(shift)).isEmpty();
    }

    @Test
    void whoever_keeps_the_rota_can_empty_the_address_of_somebody_who_is_no_longer_on_it() throws Exception {
        var left = "left-" + token().substring(0, 8);
        persons.add(left, "Ilo Gone " + left, java.util.Set.of(Duty.DUTY_OFFICER));
        rows.keep(new DutyAddress(left, "gone@xa.example", "+999 1 234"));
        assertThat(page("duty-officer", ROTA, "en")).contains("gone@xa.example");

        persons.active(left, false);
        assertThat(page("duty-officer", ROTA, "en")).doesNotContain("gone@xa.example");
        assertThat(page("second-officer", ROTA, "en")).contains("gone@xa.example");
        redirected("second-officer", mail(left, ""));
        assertThat(rows.addresses()).isEmpty();
    }

    @Test
    void an_address_to_which_no_mail_can_be_written_is_refused() {
        assertThat(List.of("a..b@xa.example", "night@", "one@xa.example, two@xa.example"))
                .noneMatch(it -> new DutyAddress("maren", it, "").mailIsOne());
        assertThat(new DutyAddress("maren", "night@xa.example", "").mailIsOne()).isTrue();
    }

    @Test
    void what_is_typed_wrongly_is_said_at_its_field_and_nothing_typed_is_lost() throws Exception {
        var wrong = answered(
                200,
                "administrator",
                post(ROTA + "/shifts")
                        .param("officer", "nobody-here")
                        .param("firstDay", inDays(3))
                        .param("lastDay", inDays(1))
                        .param("every", "1")
                        .param("from", "8 o'clock")
                        .param("until", "16:00"));
        assertThat(wrong)
                .contains("Choose an officer from the list.", "The last day is before the first.")
                .contains("id=\"f-from-problem\"", "8 o&#39;clock", inDays(1), "16:00");
        assertThat(answered(
                        200,
                        "administrator",
                        post(ROTA + "/shifts")
                                .param("officer", "maren")
                                .param("firstDay", inDays(3))
                                .param("every", "9")
                                .param("from", "08:00")
                                .param("until", "16:00")))
                .contains("Choose at least one day of the week.", "id=\"f-every-problem\"");
        assertThat(answered(
                        200,
                        "administrator",
                        post(ROTA + "/addresses")
                                .param("person", "maren")
                                .param("mail", "one@xa.example, two@xa.example")
                                .param("phone", "ring me")))
                .contains("Enter one mail address", "one@xa.example, two@xa.example", "ring me");
        assertThat(rota.now()).isEmpty();
    }

    @Test
    void the_desk_reads_it_and_changes_only_its_own_address() throws Exception {
        enter("maren", inDays(-7), "");
        var shift =
                rows.shifts(java.time.LocalDate.parse(inDays(-8))).getFirst().id();
        assertThat(page("duty-officer", ROTA, "en"))
                .contains("The next four weeks")
                .doesNotContain("Enter a shift");
        answered(403, "duty-officer", post(ROTA + "/shifts").param("officer", "maren"));
        answered(403, "duty-officer", post(ROTA + "/shifts/" + shift + "/taken-out"));
        answered(403, "duty-officer", mail("okell", "x@xa.example"));
        redirected("duty-officer", mail("maren", "maren@xa.example"));
        answered(403, "magistrate", get(ROTA));
        assertThat(rows.addresses()).extracting(DutyAddress::person).containsExactly("maren");
    }

    private void enter(String officer, String first, String last) throws Exception {
        redirected(
                "second-officer",
                post(ROTA + "/shifts")
                        .param("officer", officer)
                        .param("firstDay", first)
                        .param("lastDay", last)
                        .param("days", "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY")
                        .param("every", "1")
                        .param("from", "00:00")
                        .param("until", "00:00"));
    }

    private void change(long shift, String officer, String first, String last) throws Exception {
        redirected(
                "second-officer",
                post(ROTA + "/shifts/" + shift + "/changes")
                        .param("officer", officer)
                        .param("firstDay", first)
                        .param("lastDay", last));
    }

    private void address(String officer, String mail, String phone) throws Exception {
        redirected("second-officer", mail(officer, mail).param("phone", phone));
    }

    private static MockHttpServletRequestBuilder mail(String officer, String mail) {
        return post(ROTA + "/addresses").param("person", officer).param("mail", mail);
    }

    /** As another program reads the file. */
    private List<VEvent> events(String chair) throws Exception {
        var file = web.perform(get(ROTA + "/mine.ics").cookie(seat(chair)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        return read(file);
    }

    private static List<VEvent> read(String file) throws Exception {
        return new CalendarBuilder().build(new StringReader(file)).getComponents("VEVENT");
    }

    private static boolean cancelled(VEvent event) {
        return event.getStatus() != null && event.getStatus().getValue().equals("CANCELLED");
    }

    private String name(String id) {
        return official(id).name();
    }
}

package org.comity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.comity.TwoNodes.chair;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** The other ways a request can go, at both desks: warned, refused, not there, held, over, and crossing acts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(TwoNodes.class)
class EndingStoriesIT {

    private SeatedChair officer;
    private SeatedChair second;
    private SeatedChair theirs;
    private SeatedChair theirSecond;

    @BeforeAll
    void sit() {
        officer = chair(1, "duty-officer", "en", 1440, true);
        second = chair(1, "second-officer", "en", 1440, true);
        theirs = chair(2, "duty-officer", "ar", 320, false);
        theirSecond = chair(2, "second-officer", "ar", 320, false);
    }

    @AfterAll
    void leave() {
        officer.close();
        second.close();
        theirs.close();
        theirSecond.close();
    }

    @EnabledIfSystemProperty(named = "comity.full", matches = "true")
    @Test
    void a_warning_is_heard_help_is_not_possible_yet_and_then_it_is_refused_on_a_ground_of_the_treaty() {
        var reference = Programs.asks();
        write(theirs, reference, "warn");
        theirs.press("button[value=show]");
        assertThat(theirs.has(".problems")).as("a warning says of what").isTrue();
        theirs.tick("risk", "secrecy");
        theirs.fill("text", "المزوّد يخبر عملاءه.");
        Story.sendAlone(theirs);

        write(officer, reference, "proceed");
        Story.sendAlone(officer);
        write(theirs, reference, "unable");
        theirs.fill("text", "لا يمكن الوصول إلى المزوّد الآن.");
        var again = LocalDate.now(ZoneOffset.UTC).plusDays(40);
        theirs.fill("tryAgain", again.toString());
        Story.both(theirs, theirSecond);
        officer.waitForText("/requests/" + reference, Integer.toString(again.getYear()));

        write(theirs, reference, "refuse");
        theirs.tick("ground", "essential-interests");
        theirs.tick("reasons", "not-given");
        Story.both(theirs, theirSecond);
        ends(reference, "Refused");
        officer.waitForText("/requests/" + reference, "40(21)(b)");
    }

    @EnabledIfSystemProperty(named = "comity.full", matches = "true")
    @Test
    void refused_in_our_own_words_only_if_there_are_words() {
        var reference = Programs.asks();
        write(theirs, reference, "refuse");
        theirs.tick("ground", "other");
        theirs.press("button[value=preview]");
        assertThat(theirs.has(".problems")).isTrue();
        theirs.fill("words", "القضية معروضة على محكمتنا.");
        theirs.tick("reasons", "given");
        theirs.fill("text", "انظروا القضية 12/26.");
        Story.both(theirs, theirSecond);
        ends(reference, "Refused");
        officer.waitForText("/requests/" + reference, "القضية معروضة على محكمتنا.");
    }

    @EnabledIfSystemProperty(named = "comity.full", matches = "true")
    @Test
    void what_is_not_there_is_said_so() {
        var reference = Programs.asks();
        write(theirs, reference, "not-available");
        theirs.tick("why", "deleted");
        theirs.fill("text", "لم يبق شيء.");
        Story.both(theirs, theirSecond);
        ends(reference, "NotAvailable");
    }

    @EnabledIfSystemProperty(named = "comity.full", matches = "true")
    @Test
    void the_assistance_request_came_by_another_channel_and_the_data_are_held_until_released() {
        var reference = Programs.preserved(Duration.ofDays(90));
        write(theirs, reference, "hold");
        theirs.tick("channel", "bag");
        theirs.fill("instrument", "معاهدة ثنائية");
        theirs.fill("theirReference", "MLA-3");
        Story.both(theirs, theirSecond);
        officer.waitForText("/requests/" + reference, "MLA-3");
        assertThat(Programs.state(1, reference)).isEqualTo("Held");
        theirs.waitForText("/requests/" + reference, "البيانات محفوظة إلى أن يُبت");
        write(theirs, reference, "release");
        Story.both(theirs, theirSecond);
        ends(reference, "Released");
    }

    @EnabledIfSystemProperty(named = "comity.full", matches = "true")
    @Test
    void nothing_expires_by_itself_and_not_before_its_instant() {
        var reference = Programs.preserved(Duration.ofSeconds(40));
        theirs.open("/requests/" + reference);
        await().atMost(Duration.ofMinutes(2)).until(() -> {
            theirs.open("/requests/" + reference);
            return theirs.has("a[href$='/expire']");
        });
        assertThat(Programs.state(2, reference)).as("over, and still preserved").isEqualTo("Preserved");
        assertThat(theirSecond.has("a[href$='/expire']")).isFalse();
        theirs.open("/requests/" + reference + "/expire");
        Story.both(theirs, theirSecond);
        ends(reference, "Expired");
    }

    @Test
    void acts_that_cross_end_the_same_on_both_nodes_and_each_desk_is_told() {
        var reference = Programs.asks();
        write(theirs, reference, "report-preserved");
        theirs.fill("kept", "سجلات الاتصال.");
        theirs.press("button[value=preview]");
        theirs.press("form[action$='/submit'] button");
        theirSecond.open(theirs.path());

        Programs.step(1, reference, "{\"type\": \"withdraw\", \"body\": {\"text\": \"Solved.\"}}");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Programs.state(2, reference).equals("Withdrawn"));
        theirSecond.press("button[name=method][value=practice]");

        officer.waitForText("/requests/" + reference, "The request had ended.");
        officer.waitFor("/requests/" + reference, "form[action$='/noticed']");
        theirs.waitFor("/requests/" + reference, "form[action$='/noticed']");
        ends(reference, "Withdrawn");
        assertThat(Programs.register(1, reference)).hasSize(3);
        officer.press("form[action$='/noticed'] button");
        assertThat(officer.has("form[action$='/noticed']")).isFalse();
    }

    @Test
    void what_is_held_is_recalled_before_its_hour_and_never_was_said() {
        var reference = Story.heldRequest(
                officer, second, LocalDateTime.now(ZoneOffset.UTC).plusDays(1));
        officer.open("/requests/" + reference);
        assertThat(officer.has(".idbar .tag.amber time")).as(officer.text()).isTrue();
        assertThat(officer.text()).contains("Held until").doesNotContain("Sent");
        // By its reference: stories before this one may have filled the first page.
        officer.open("/requests?q=" + reference);
        assertThat(officer.row(reference)).contains("Held until").doesNotContain("Sent");
        theirs.open("/requests");
        assertThat(theirs.text()).doesNotContain(reference);

        second.open("/requests/" + reference);
        second.press(".reg a[href$='/approve']");
        second.fill("why", "The account is known by now.");
        second.press("form[action$='/recall'] button");
        officer.waitForText("/requests/" + reference, "The account is known by now.");
        assertThat(Programs.state(1, reference)).isEqualTo("Recalled");
        theirs.open("/requests");
        assertThat(theirs.text()).doesNotContain(reference);
    }

    @EnabledIfSystemProperty(named = "comity.full", matches = "true")
    @Test
    void what_is_held_leaves_at_its_hour_and_can_then_be_withdrawn_and_no_longer_recalled() {
        var begun = Instant.now();
        var wait = Duration.ofSeconds(10);
        var reference = Programs.asksAfter(wait);
        await().atMost(Duration.ofMinutes(2))
                .until(() -> Programs.state(1, reference).equals("Requested"));
        assertThat(Instant.now()).as("not before its hour").isAfter(begun.plus(wait));
        officer.open("/requests/" + reference);
        assertThat(officer.has(".reg a[href$='/approve']")).as("it has left").isFalse();

        write(officer, reference, "withdraw");
        officer.fill("text", "The case was solved.");
        Story.both(officer, second);
        ends(reference, "Withdrawn");
        theirs.waitForText("/requests/" + reference, "The case was solved.");
    }

    @Test
    void a_draft_is_thrown_away_after_one_more_question() {
        officer.open("/requests/new");
        officer.choose("counterpart", "XB-1");
        officer.press("button[value=continue]");
        var draft = officer.path();
        officer.opens("form.q details summary", "compose-discarding");
        assertThat(officer.path()).isEqualTo(draft);
        officer.press("button[value=discard]");
        assertThat(officer.path()).isEqualTo("/desk");
    }

    private static void write(SeatedChair chair, String reference, String type) {
        chair.waitFor("/requests/" + reference, "a[href$='/" + type + "']");
        chair.open("/requests/" + reference + "/" + type);
    }

    private static void ends(String reference, String state) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(Programs.state(1, reference)).isEqualTo(state);
            assertThat(Programs.state(2, reference)).isEqualTo(state);
            assertThat(Programs.register(1, reference))
                    .isEqualTo(Programs.register(2, reference))
                    .isNotEmpty();
        });
    }
}

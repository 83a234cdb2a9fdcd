package org.comity;

import static java.time.temporal.ChronoUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;

/** What the officials do, page by page; selectors are the forms' own names, so that it reads the same in each language. */
final class Story {

    private Story() {}

    /** XA asks; the second officer approves; the reference that both States use. */
    static String request(SeatedChair officer, SeatedChair second) {
        writes(officer);
        second.open(officer.path());
        second.press("button[name=method][value=practice]");
        var reference = second.path().replace("/requests/", "");
        officer.waitFor("/requests/" + reference, ".reg .seal");
        return reference;
    }

    /**
     * XA asks, takes it back once and submits it again; the second officer approves, but not before an hour, in UTC, and
     * first names one that is past; the reference.
     */
    static String heldRequest(SeatedChair officer, SeatedChair second, LocalDateTime until) {
        writes(officer);
        officer.press("form[action$='/return'] button");
        officer.press("form[action$='/submit'] button");
        second.open(officer.path());
        second.tick("hold", "yes");
        hold(second, until.minusDays(2), "approve-hold-past");
        assertThat(second.has(".problems"))
                .as("an hour that is past is no hour to wait for")
                .isTrue();
        assertThat(second.value("hold", "yes")).as("nothing is lost").isTrue();
        hold(second, until, "held-by-second");
        return second.path().replace("/requests/", "");
    }

    private static void hold(SeatedChair second, LocalDateTime until, String as) {
        second.fill("holdDate", until.toLocalDate().toString());
        second.fill("holdTime", until.toLocalTime().truncatedTo(MINUTES).toString());
        second.press("button[name=method][value=practice]", as);
    }

    /** XA writes down what it asks, and submits it. */
    static void writes(SeatedChair officer) {
        writes(officer, "");
    }

    /** @param instrument empty: the one that the page begins with */
    static void writes(SeatedChair officer, String instrument) {
        officer.open("/requests/new");
        officer.press("button[value=continue]");
        assertThat(officer.has(".problems")).as("a State must be chosen").isTrue();
        officer.choose("counterpart", "XB-1");
        officer.fill("ourCase", "10-131/26");
        if (!instrument.isEmpty()) officer.tick("instrument", instrument);
        officer.press("button[value=continue]");
        officer.tick("offences", "7");
        officer.fill("facts", "Forged bank notices were sent from two mailboxes.");
        officer.press("button[value=continue]");
        officer.tick("dataClasses", "traffic");
        officer.fill("identifiers", "pay-notice@mail.example\n203.0.113.44 2026-11-19 07:12");
        officer.fill("link", "The notices were sent from it.");
        officer.press("button[value=continue]");
        assertThat(officer.has(".problems"))
                .as("an IP address needs a time zone")
                .isTrue();
        officer.fill("identifiers", "pay-notice@mail.example\n203.0.113.44 2026-11-19 07:12 UTC");
        officer.press("button[value=continue]");
        officer.fill("custodian", "Example Mail, Ostera");
        officer.press("button[value=continue]");
        officer.fill("necessity", "Login records are deleted after 30 days.");
        officer.press("button[value=continue]");
        officer.tick("intent", "yes");
        officer.press("button[value=continue]");
        officer.tick("secret", "yes");
        officer.press("button[value=continue]");
        officer.press("form[action$='/submit'] button");
        assertThat(officer.has("form[action$='/approve']"))
                .as("nobody approves what he submitted")
                .isFalse();
    }

    /** XB acknowledges, asks, gets an answer, settles confidentiality, orders, reports as preserved. */
    static void answers(
            String reference,
            SeatedChair officer,
            SeatedChair theirs,
            SeatedChair theirSecond,
            SeatedChair magistrate) {
        acknowledges(theirs, reference);
        theirs.open("/requests/" + reference + "/ask");
        theirs.tick("questions", "link");
        sendAlone(theirs);
        officer.waitFor("/requests/" + reference, "a[href$='/answer']");
        officer.open("/requests/" + reference + "/answer");
        officer.press("button[value=show]");
        assertThat(officer.has(".problems")).as("an answer says something").isTrue();
        officer.fill("text", "It sent the notices of 19 November.");
        sendAlone(officer);
        theirs.waitFor("/requests/" + reference, "a[href$='/accept']");
        theirs.open("/requests/" + reference + "/accept");
        theirs.tick("confidentiality", "can-keep");
        both(theirs, theirSecond);
        theirs.open("/requests/" + reference);
        theirs.press("form[action$='/pass-on'] button");
        magistrate.open("/orders");
        magistrate.open("/requests/" + reference);
        magistrate.fill("number", "14/26");
        magistrate.fill("data", "Traffic data of both lines.");
        magistrate.press("button[value=grant]");
        theirs.open("/requests/" + reference + "/report-preserved");
        theirs.fill("kept", "Traffic data of both lines.");
        both(theirs, theirSecond);
        officer.waitFor("/requests/" + reference, "a[href$='/ask-extension']");
    }

    /** XA asks for more time; XB gives it. */
    static void moreTime(
            String reference, SeatedChair officer, SeatedChair second, SeatedChair theirs, SeatedChair theirSecond) {
        officer.open("/requests/" + reference + "/ask-extension");
        officer.fill("text", "The assistance request is being translated.");
        both(officer, second);
        theirs.waitFor("/requests/" + reference, "a[href$='/extend']");
        theirs.open("/requests/" + reference + "/extend");
        both(theirs, theirSecond);
        officer.waitFor("/requests/" + reference, ".reg li:nth-of-type(2) .seal");
    }

    /** XA tells XB what is known, on one page; the reference. */
    static String emergency(SeatedChair officer) {
        officer.open("/emergency", "emergency");
        officer.press("button[value=sign]", "emergency-lacks");
        assertThat(officer.has(".problems"))
                .as("who, what and which State are needed")
                .isTrue();
        officer.fill(
                "risk",
                "Pupils and teachers of a school in Ostera. A message at 12:41 UTC announces a bomb for 16:00 UTC.");
        officer.fill("who", "kestrel@chat.example\n198.51.100.23");
        officer.choose("to", "XB-1");
        if (officer.has("[data-calling][hidden]")) {
            officer.waitsFor(".dial a");
        } else {
            officer.press("button[value=show]", "emergency-call");
            assertThat(officer.has(".dial a")).as("the number to call").isTrue();
            assertThat(officer.has(".problems"))
                    .as("what is not known is no error")
                    .isFalse();
        }
        officer.check("spoke");
        officer.press("button[value=sign]", "emergency-sign");
        assertThat(officer.path()).endsWith("/approve");
        officer.press("button[name=method][value=practice]", "emergency-sent");
        return officer.path().substring("/requests/".length());
    }

    /** Acts that one officer may let leave. */
    private static void alone(SeatedChair chair, String reference, String type) {
        chair.waitFor("/requests/" + reference, "a[href$='/" + type + "']");
        chair.open("/requests/" + reference + "/" + type);
        sendAlone(chair);
        assertThat(chair.path()).isEqualTo("/requests/" + reference);
    }

    /** The same, when the act has to say something. */
    static void alone(SeatedChair chair, String reference, String type, String text) {
        chair.waitFor("/requests/" + reference, "a[href$='/" + type + "']");
        chair.open("/requests/" + reference + "/" + type);
        chair.fill("text", text);
        sendAlone(chair);
        assertThat(chair.path()).isEqualTo("/requests/" + reference);
    }

    /** Two presses from the desk. */
    static void acknowledges(SeatedChair chair, String reference) {
        var button = "tr[data-id='" + reference + "'] button[value=now]";
        chair.waitFor("/desk", button);
        chair.press(button);
        assertThat(chair.path())
                .as("the document and the signature are one page")
                .endsWith("/approve");
        chair.press("button[name=method][value=practice]");
        assertThat(chair.path()).isEqualTo("/requests/" + reference);
    }

    /** For a State without a node it is said first how the letter goes. */
    static void aloneByLetter(SeatedChair chair, String reference, String type, String text) {
        chair.waitFor("/requests/" + reference, "a[href$='/" + type + "']");
        chair.open("/requests/" + reference + "/" + type);
        chair.fill("text", text);
        chair.press("button[value=preview]");
        chair.press("form[action$='/submit'] button");
        chair.press("button[name=method][value=practice]");
    }

    static void sendAlone(SeatedChair chair) {
        chair.press("button[value=show]");
        assertThat(chair.has("#sheet article.sheet"))
                .as("one officer writes, reads and signs on one page")
                .isTrue();
        chair.press("button[name=method][value=practice]");
        assertThat(chair.has("#sheet")).as(chair.text()).isFalse();
    }

    static void both(SeatedChair writes, SeatedChair approves) {
        writes.press("button[value=preview]");
        assertThat(writes.has(".problems")).as(writes.text()).isFalse();
        writes.press("form[action$='/submit'] button");
        approves.open(writes.path());
        approves.press("button[name=method][value=practice]");
    }
}

package org.comity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;

/** How a request for assistance is answered, step by step on both sides; selectors are the forms' own names. */
final class Answering {

    private final String reference;
    private final SeatedChair lawyer;
    private final SeatedChair second;
    private final SeatedChair theirs;
    private final SeatedChair theirSecond;
    private final SeatedChair custodian;

    /** XA's lawyer and second officer ask; XB's contact point and second officer are asked, and its custodian adds. */
    Answering(
            String reference,
            SeatedChair lawyer,
            SeatedChair second,
            SeatedChair theirs,
            SeatedChair theirSecond,
            SeatedChair custodian) {
        this.reference = reference;
        this.lawyer = lawyer;
        this.second = second;
        this.theirs = theirs;
        this.theirSecond = theirSecond;
        this.custodian = custodian;
    }

    /** A question and its answer; conditions with an assurance, and their acceptance. */
    void questionsAndConditions() {
        Story.alone(theirs, reference, "acknowledge", "");
        at(theirs, "ask");
        theirs.press("button[value=show]", "assistance-ask-wrong");
        assertThat(theirs.has(".problems")).as("a question says something").isTrue();
        theirs.tick("questions", "formality");
        Story.sendAlone(theirs);
        Story.alone(lawyer, reference, "answer", "A certificate signed by the custodian.");
        at(theirs, "propose-conditions");
        theirs.fill("assurancesAsked.0.words", "Not used against minors");
        theirs.press("button[value=preview]", "assistance-conditions-wrong");
        assertThat(theirs.has(".problems"))
                .as("an assurance says of which kind it is")
                .isTrue();
        theirs.choose("assurancesAsked.0.kind", "use");
        theirs.fill("assurancesAsked.0.by", "Prosecutor of Velin");
        theirs.fill("assurancesAsked.0.form", "Letter");
        theirs.fill("assurancesAsked.0.until", "2099-12-31");
        Story.both(theirs, theirSecond);
        at(lawyer, "accept-conditions");
        Story.both(lawyer, second);
    }

    /** Passed on, executed, the items added and delivered. */
    void executionAndDelivery() {
        at(theirs, "pass");
        theirs.fill("executing", "Court of Ostera");
        Story.both(theirs, theirSecond);
        Story.alone(lawyer, reference, "ask-status", "How does it stand?");
        Story.alone(theirs, reference, "status", "The provider has answered.");
        at(theirs, "executed");
        theirs.fill("steps", "The user may appeal until Friday.");
        Story.both(theirs, theirSecond);
        custodian.open("/evidence/add?request=" + reference, "assistance-add");
        custodian.upload("file", "traffic.csv", "203.0.113.44;2026-11-19".getBytes(StandardCharsets.UTF_8));
        custodian.press("main form[enctype] button[type=submit]", "assistance-added");
        theirs.waitFor("/requests/" + reference + "/deliver", "input[name=items]");
        theirs.press("button[value=preview]", "assistance-deliver-wrong");
        assertThat(theirs.has(".problems")).as("a delivery names its items").isTrue();
        theirs.check("items");
        theirs.tick("part", "whole");
        theirs.fill("record", "Disclosed by the provider on order 14/26.");
        theirs.tick("certificate", "here");
        theirs.fill("certified", "I hold these data and certify that the copy is true.");
        for (int n = 0; theirs.has("select[name='formalities." + n + ".answer']"); n++) {
            theirs.choose("formalities." + n + ".answer", "followed");
        }
        Story.both(theirs, theirSecond);
    }

    /** What was given serves its purpose; more is asked, and consented to; the request is closed. */
    void useAndEnd() {
        at(lawyer, "ask-use");
        for (var page : new String[] {"", "/documents", "/record"}) {
            lawyer.open("/requests/" + reference + page, "assistance-limit" + page.replace('/', '-'));
            assertThat(lawyer.has("main section.note.amber"))
                    .as("use limit on " + page)
                    .isTrue();
        }
        lawyer.open("/requests/" + reference + "/ask-use");
        lawyer.tick("use", "other-matter");
        lawyer.fill("matter", "10-140/26");
        lawyer.fill("text", "The same account was used there.");
        Story.both(lawyer, second);
        at(theirs, "consent-use");
        theirs.fill("limits", "In that case alone.");
        Story.both(theirs, theirSecond);
        lawyer.waitForText("/requests/" + reference, "10-140/26");
        lawyer.open("/requests/" + reference + "/export");
        lawyer.press("main form[action$='/export'] button", "assistance-export-wrong");
        assertThat(lawyer.has(".problems")).as("a use is named").isTrue();
        at(lawyer, "close");
        Story.both(lawyer, second);
        lawyer.waitFor("/requests/" + reference, "a[href$='/ask-use']");
    }

    private void at(SeatedChair chair, String type) {
        chair.waitFor("/requests/" + reference, "a[href$='/" + type + "']");
        chair.open("/requests/" + reference + "/" + type);
    }
}

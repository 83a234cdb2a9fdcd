package org.comity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.TwoNodes.chair;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Random;
import org.comity.proof.form.Digests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** XB delivers a file by an act; XA's node fetches and matches it by itself, and both desks see it. */
@ExtendWith(TwoNodes.class)
class DeliveryStoryIT {

    private static final String NAME = "mailbox.pst";
    private static final int SIZE = 3_000_000;

    @Test
    void what_an_act_delivers_is_fetched_and_matched() {
        byte[] plain = new byte[SIZE];
        new Random(4).nextBytes(plain);
        try (var officer = chair(1, "duty-officer", "en", 1440, true);
                var second = chair(1, "second-officer", "en", 1440, true);
                var lawyer = chair(1, "lawyer", "en", 1440, true);
                var theirs = chair(2, "duty-officer", "en", 1440, true);
                var theirSecond = chair(2, "second-officer", "en", 1440, true);
                var theirLawyer = chair(2, "lawyer", "en", 1440, true);
                var custodian = chair(2, "custodian", "en", 1440, true)) {
            var reference = Programs.asksForEvidence();

            custodian.waitFor("/requests/" + reference, "a[href^='/evidence/add']");
            custodian.press("a[href^='/evidence/add']");
            custodian.upload("file", NAME, plain);
            custodian.press("form[action^='/evidence/add'] button");

            // What is still coming is not offered.
            theirLawyer.waitFor("/requests/" + reference + "/deliver", "input[name=items]");
            theirLawyer.tick("items", theirLawyer.value("items"));
            theirLawyer.tick("part", "whole");
            theirLawyer.fill("executedBy", "Cyber Unit, Tolva");
            theirLawyer.fill("record", "Taken from the provider's server by its administrator.");
            theirLawyer.tick("certificate", "none");
            Story.both(theirLawyer, theirSecond);

            officer.waitFor("/evidence/transfers", row("Received and matched"));
            officer.open("/evidence/transfers", "transfers-matched");
            theirs.waitFor("/evidence/transfers", row("Fetched whole"));
            theirs.open("/evidence/transfers", "transfers-fetched");
            officer.open("/requests/" + reference);
            assertThat(officer.has("#transfers")).isTrue();

            officer.waitForText("/desk", "Filled in by our node, for you to press");
            officer.open("/requests/" + reference, "request-prepared");
            assertThat(officer.has("#prepared form[action$='/prepared']"))
                    .as(officer.text())
                    .isTrue();
            officer.open("/evidence/transfers", "transfers-prepared");
            officer.press(
                    "li[data-row]:has-text('%s') form[action='/requests/%s/prepared'] button"
                            .formatted(NAME, reference),
                    "matched-approve");
            assertThat(officer.text()).contains("It is what was delivered", Digests.sha256(plain));
            officer.press("button[name=method][value=practice]", "matched-thread");
            assertThat(officer.has("#prepared")).as("said").isFalse();
            theirs.waitForText("/requests/" + reference, "Matched: what arrived is what was delivered");

            destroyed(reference, Digests.sha256(plain), lawyer, second, theirs);
        }
    }

    /** Declared by an act, and then gone: its page keeps hash and custody, and nothing of it can be had. */
    private static void destroyed(
            String reference, String sha256, SeatedChair lawyer, SeatedChair second, SeatedChair theirs) {
        lawyer.open("/evidence?request=" + reference, "evidence-before");
        lawyer.press("main a:has-text('" + NAME + "')", "item-before");
        var item = lawyer.path();
        assertThat(lawyer.text().replace(" ", "")).contains(sha256, "sha256sum");
        lawyer.waitFor("/requests/" + reference, "a[href$='/destroyed']");
        lawyer.open("/requests/" + reference + "/destroyed");
        lawyer.fill("doneOn", LocalDate.now(ZoneOffset.UTC).toString());
        lawyer.fill("backupsUntil", "2099-12-31");
        lawyer.fill("how", "Keys and bytes deleted by the node");
        Story.both(lawyer, second);
        lawyer.waitForText(item, "nothing is left on this node");
        lawyer.open(item, "item-destroyed");
        assertThat(lawyer.text().replace(" ", "")).contains(sha256).doesNotContain("sha256sum");
        theirs.waitForText("/requests/" + reference, "copies of what was delivered");
    }

    /** Of this file: other stories deliver to the same nodes. */
    private static String row(String state) {
        return "li[data-row]:has-text('%s'):has-text('%s')".formatted(NAME, state);
    }
}

package org.comity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.TwoNodes.chair;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.comity.proof.bag.BagWriting;
import org.comity.proof.form.Digests;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Legal assistance from XD, which has no node: the request leaves as a letter, the answer comes on a disk and is compared
 * with the list in its letter, and what was found is said.
 */
@ExtendWith(TwoNodes.class)
class PaperAnswerStoryIT {

    @ParameterizedTest(name = "{0} at {1}, script {2}")
    @MethodSource("org.comity.StoryIT#wide")
    void an_answer_on_a_disk_is_compared_with_its_letter_delivered_and_matched(
            String language, int width, boolean script) throws IOException {
        try (var officer = chair(1, "duty-officer", language, width, script);
                var second = chair(1, "second-officer", language, width, script);
                var lawyer = chair(1, "lawyer", language, width, script);
                var custodian = chair(1, "custodian", language, width, script)) {
            var reference = asks(officer, second, lawyer);
            theLetterLeaves(officer, reference);
            // As a bag; without script as plain files, which is DiskPagesIT's in a plain run.
            // A folder of each reader's own: a bag with files beside it is no bag.
            var folder = "from-dorvane-" + language + width + (script ? "-bag" : "-files");
            theDiskIsCompared(custodian, reference, folder, script);
            theDeliveryIsRecorded(officer, reference);

            officer.waitFor("/requests/" + reference, "#prepared form button");
            officer.press("#prepared form button", "paper-matched");
            officer.press("button[name=method][value=practice]", "paper-matched-sent");
            officer.open("/requests/" + reference, "paper-said");
            assertThat(officer.has("#prepared")).isFalse();
            officer.open("/requests/" + reference + "/letter", "paper-matched-letter");
            officer.open("/requests/" + reference + "/documents");
            officer.press("main li a[href$='/act.pdf']", "paper-use");
            assertThat(officer.path())
                    .as("what was delivered leaves within its use")
                    .endsWith("/export");
            officer.open("/requests/" + reference + "/destroyed", "paper-destroyed");
            officer.press("button[value=preview]", "paper-destroyed-wrong");
            assertThat(officer.has(".problems")).as("a day is needed").isTrue();
            var today = LocalDate.now(ZoneOffset.UTC);
            officer.fill("doneOn", today.toString());
            officer.fill("backupsUntil", today.plusDays(90).toString());
            officer.fill("how", "Keys and payload erased, minutes 4/26");
            Story.both(officer, second);
            officer.waitFor("/requests/" + reference, "a[href$='/close']");
            officer.open("/requests/" + reference + "/record");
            assertThat(officer.text())
                    .as("a letter's record is its keeper's word")
                    .containsAnyOf("by the word of its keeper alone", "بكلمة ماسكه وحدها");
        }
    }

    private static String asks(SeatedChair officer, SeatedChair second, SeatedChair lawyer) {
        officer.open("/requests/new/assistance");
        officer.choose("counterpart", "XD-1");
        officer.press("button[value=continue]", "assistance-offence");
        officer.tick("scope", "proceedings");
        officer.tick("offences", "7");
        officer.fill("offence", "Illegal access, Penal Code s. 214, up to 5 years");
        officer.fill("penaltyMonths", "60");
        officer.press("button[value=continue]", "assistance-proceeding");
        officer.fill("proceeding", "Investigation of a break-in.");
        officer.fill("conductedBy", "Cyber Unit, Velin");
        officer.fill("facts", "An account was broken into.");
        officer.press("button[value=continue]", "assistance-purposes");
        officer.press("button[value=continue]", "assistance-data");
        officer.tick("dataClasses", "traffic");
        officer.fill("identifiers", "shop@mail.example");
        officer.press("button[value=continue]", "assistance-assistance");
        officer.tick("measures", "disclose");
        officer.fill("assistance", "Disclose the log of access.");
        officer.fill("formalities", "A certificate of authenticity by the custodian");
        officer.press("button[value=continue]", "assistance-concerned");
        officer.press("button[value=continue]", "assistance-purpose");
        officer.fill("purpose", "Proof in the investigation of the break-in.");
        officer.press("button[value=continue]", "assistance-preserved");
        officer.press("button[value=continue]", "assistance-urgency");
        officer.press("button[value=continue]", "assistance-confidentiality");
        officer.press("button[value=continue]", "assistance-preview");
        return Asking.send(officer, second, lawyer);
    }

    private static void theLetterLeaves(SeatedChair officer, String reference) {
        officer.open("/requests/" + reference + "/letter", "assistance-letter");
        assertThat(officer.fetched("a[href*='letter.pdf']")).startsWith("%PDF".getBytes(UTF_8));
        officer.choose("cameBy", "bag");
        officer.fill("cameDay", LocalDate.now(ZoneOffset.UTC).toString());
        officer.press("form[action$='/letter/sent'] button[type=submit]");
        assertThat(officer.has(".problems")).as(officer.text()).isFalse();
    }

    /** Two files are as the letter says; of the others it says nothing, or something else. */
    private static void theDiskIsCompared(SeatedChair custodian, String reference, String folder, boolean asBag)
            throws IOException {
        byte[] first = ("203.0.113.44;" + folder).getBytes(UTF_8);
        byte[] second = ("shop@mail.example;" + folder).getBytes(UTF_8);
        lay(
                TwoNodes.disk(1).resolve(folder),
                asBag,
                Map.of(
                        "access.csv",
                        first,
                        "mail.csv",
                        second,
                        "changed.csv",
                        "not what was said".getBytes(UTF_8),
                        "more.csv",
                        "nobody named this".getBytes(UTF_8)));
        var list = Digests.sha256(first) + "  access.csv\n" + Digests.sha256(second) + "  mail.csv\n" + "ab".repeat(32)
                + "  changed.csv\n" + "cd".repeat(32) + "  gone-" + folder + ".csv\n";
        custodian.open("/evidence/disk", "disk-plain");
        custodian.choose("folder", folder);
        custodian.fillIn("#plain", "request", reference);
        custodian.fill("list", list);
        custodian.press("#plain form button", "disk-plain-begun");
        custodian.waitForText("/evidence/disk", "gone-" + folder + ".csv");
        assertThat(custodian.text()).contains("access.csv", "mail.csv", "changed.csv", "more.csv");
        // What the disk's page has compared may still be on its way into the vault.
        custodian.waitForText("/evidence?request=" + reference, "access.csv");
        custodian.waitForText("/evidence?request=" + reference, "mail.csv");
        custodian.open("/evidence?request=" + reference, "items-from-a-disk");
        assertThat(custodian.text()).contains("access.csv", "mail.csv").doesNotContain("changed.csv", "more.csv");
    }

    private static void lay(Path folder, boolean asBag, Map<String, byte[]> files) throws IOException {
        Files.createDirectories(folder.getParent());
        if (asBag) {
            var bag = new BagWriting(folder, n -> {});
            for (var each : files.entrySet()) {
                bag.add("logs/" + each.getKey(), each.getValue());
            }
            bag.finish(new TreeMap<>(Map.of("Source-Organization", "Dorvane")), null);
            return;
        }
        var logs = Files.createDirectories(folder.resolve("logs"));
        for (var each : files.entrySet()) {
            Files.write(logs.resolve(each.getKey()), each.getValue());
        }
    }

    private static void theDeliveryIsRecorded(SeatedChair officer, String reference) {
        officer.open("/requests/" + reference + "/record-act?type=deliver", "record-deliver");
        officer.tick("cameBy", "bag");
        officer.fill("cameDay", LocalDate.now(ZoneOffset.UTC).toString());
        officer.fill("letterReference", "D-17");
        officer.checkAll("items");
        officer.tick("part", "whole");
        officer.fill("executedBy", "Court of Hesper");
        officer.fill("record", "Copied at the provider on order 7/26.");
        officer.tick("certificate", "none");
        officer.tick("formalities.0.answer", "not-followed");
        officer.upload("scan", "letter.pdf", "%PDF-1.7 the letter with its list".getBytes(UTF_8));
        officer.press("form[method=post][action*='/record-act'] button[type=submit]");
        officer.tick("checked", "yes");
        officer.press("form[method=post][action*='/record-act'] button[type=submit]");
        assertThat(officer.path()).as(officer.text()).isEqualTo("/requests/" + reference);
    }
}
